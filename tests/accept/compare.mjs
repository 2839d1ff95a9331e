// compare.mjs VANBAN NODE_MODULES OUT - comparisons and findings in `vanban preview`, as a browser has them: what check finds at its
// places, before the last save and now, two documents, two templates; by keyboard, with names for those who hear the page, at an
// address that a reload keeps, in light surroundings and in a narrow window; 20 and 300 pages. Pictures go to OUT, to be looked at.
import fs from 'node:fs';
import path from 'node:path';
import { check, end, here, holds, median, out, page, report, serve, shot, work } from './served.mjs';

const text = selector => page.locator(selector).first().textContent();
const compared = revision => page.waitForFunction(r => Number(document.getElementById('main').dataset.compared || 0) > r, revision);
const revision = async () => Number(await page.evaluate(() => document.getElementById('main').dataset.compared || 0));
const measured = known => page.waitForFunction(r => Number(document.getElementById('findings').dataset.revision || 0) > r, known);

// ---- findings ---------------------------------------------------------------------------------------------------
const { data, template, whole } = await report();
await measured(0);
const faults = await page.locator('#findings li.fault').count();
check(faults >= 1, 'there are no findings');
await holds(async () => /phát hiện/.test(await text('#said')), 'the button does not tell the findings');
await page.keyboard.press('m');
for (const item of await page.locator('#findings li.fault').all()) {
  const said = await item.textContent();
  check(['đo được', 'cho phép', 'điều khoản', 'cách sửa', 'Phụ lục I'].every(word => said.includes(word)) && /R\d/.test(said), `a finding says no more than: ${said}`);
}
const first = page.locator('#findings li.fault .link').first(), number = Number((await first.textContent()).match(/Trang (\d+)/)[1]);
await first.click();
await page.waitForSelector('.over .found.current');
await holds(async () => await page.evaluate(() => document.querySelector('.over .found.current').closest('.sheet').page.i + 1) === number, 'a finding leads to another page');
const seen = box => box && box.y > 48 && box.y + box.height < 900;
await holds(async () => seen(await page.locator('.over .found.current').boundingBox()), 'a finding leads to where it cannot be seen');
await page.waitForTimeout(400);
await shot('findings');
await page.locator('#findings li.fault .place .link').first().click();
await page.waitForSelector('#source li[aria-current]');
await page.keyboard.press('Escape');
await page.keyboard.press('m');
await page.locator('.over .flag.fault').first().click();
await page.waitForSelector('#findings li:focus');
await holds(async () => await page.locator('#said-all').isVisible(), 'a flag does not open the panel');
await page.keyboard.press('k');
await holds(async () => await page.locator('.over .found').count() === 0 && await page.getAttribute('[data-do=findings]', 'aria-pressed') === 'false', 'the findings cannot be put out');
await page.reload();
await page.waitForSelector('.sheet svg text');
await measured(0);
await holds(async () => await page.locator('.over .found').count() === 0, 'what was put out is on again');
await page.keyboard.press('k');
const known = Number(await page.getAttribute('#findings', 'data-revision'));
fs.writeFileSync(data, whole.replace('<body>', '<set name="le-phai" value="25mm"/><body>'));
await measured(known);
await holds(async () => /phát hiện/.test(await text('#spoken')), 'other findings are not spoken');
await holds(async () => /R6 /.test(await page.locator('#findings').textContent()), 'a margin that was made wrong is not found');
await page.waitForSelector('.over .flag.fault');
await shot('findings-margin');
fs.writeFileSync(data, whole);
await measured(known + 1);
await holds(async () => !/R6 /.test(await page.locator('#findings').textContent()), 'a finding stays when it was mended');

// ---- before the last save, and now --------------------------------------------------------------------------------
await page.goto('about:blank');
await page.goto(await serve(data)); // a new server: nothing has been saved yet
await page.waitForSelector('.sheet svg text');
await page.click('[data-do=compare]');
await page.waitForSelector('.empty');
await holds(async () => /#0~before$/.test(await here()) && /Lưu tệp/.test(await text('.empty')), 'nothing to compare with, and nothing said');
await shot('compare-nothing');
const edited = whole.replace('tinh gọn tổ chức bộ máy', 'sắp đặt tổ chức bộ máy').replace('<body>', '<body><p>Một đoạn mới đứng ở đầu văn bản, dài vừa đủ để đẩy các đoạn dưới xuống một hai dòng cho thấy rõ.</p>');
fs.writeFileSync(data, edited);
await page.waitForSelector('#list li');
await page.waitForFunction(() => document.querySelectorAll('.compare .sheet > svg text').length > 20);
await holds(async () => await page.locator('#list li').count() === 3, async () => `${await page.locator('#list li').count()} changes, not 3`);
await holds(async () => await page.locator('.old .changed .tint').count() && await page.locator('.new .added .tint').count() && await page.locator('.outline').count() >= 2, 'words and boxes are not marked');
await holds(async () => /sắp đặt/.test(await text('#list li.changed ins')) && /tinh gọn/.test(await text('#list li.changed del')), 'the list does not tell the words');
await holds(async () => await page.locator('.compare .sheet').count() === 24, 'not all pages stand side by side');
await page.waitForTimeout(300);
await shot('compare');
await page.keyboard.press('n');
await page.keyboard.press('n');
await holds(async () => /#0~before~2$/.test(await here()), 'the address does not tell the change');
await holds(async () => await page.evaluate(() => document.activeElement.closest('#list li').id === 'l2' && document.activeElement.getAttribute('aria-current') === 'true'), 'n does not lead through the list');
await holds(async () => /^2\/3: trang 1/.test(await text('#spoken')), async () => `the change is not spoken: ${await text('#spoken')}`);
await holds(async () => await page.locator('.chip.current').count() >= 1 && await page.locator('.marks .current').count() >= 1, 'the change is not marked');
await page.keyboard.press('Shift+N');
await holds(async () => /~1$/.test(await here()), 'N does not lead back');
await page.keyboard.press('n');
await page.reload();
await page.waitForSelector('#list li.current');
await holds(async () => await page.getAttribute('#list li.current', 'id') === 'l2', 'a reload forgets the change');
await page.waitForFunction(() => document.querySelector('.marks .current'));
await shot('compare-change');

// To the line in the source, where the new words stand: the text that holds them may begin before it.
const changed = edited.split('\n').findIndex(line => line.includes('sắp đặt tổ chức bộ máy')) + 1, way = page.locator('#list li.changed .place .link');
await holds(async () => /^data\.xml:\d+:\d+$/.test(await way.textContent()), 'a changed word has no place');
await way.click();
await page.waitForSelector('#source li[aria-current]');
await holds(async () => await page.getAttribute('#source li[aria-current]', 'value') === String(changed) && await text('#source li[aria-current] mark') === 'sắp', 'the source does not show the changed word');
await page.waitForTimeout(300);
await shot('compare-source');
await page.keyboard.press('Escape');

// Names for those who hear the page; what can be clicked can be reached.
const nameless = await page.evaluate(() => [...document.querySelectorAll('button, a[href], input, nav, [role]')].filter(e => e.offsetParent && !e.closest('[aria-hidden=true], svg')
  && !(e.getAttribute('aria-label') || e.textContent.trim() || e.title || e.getAttribute('role') === 'status')).map(e => e.outerHTML.slice(0, 80)));
check(!nameless.length, `no names: ${nameless}`);
await holds(async () => await page.evaluate(() => [...document.querySelectorAll('.compare .sheet')].every(e => /^[AB] · Trang \d+/.test(e.getAttribute('aria-label')))), 'pages have no names');
await holds(async () => await page.evaluate(() => new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size === document.querySelectorAll('[id]').length), 'ids twice');
await page.focus('#list li a');
await page.keyboard.press('Tab');
await holds(async () => await page.evaluate(() => document.activeElement.matches('#l1 .place .link')), 'Tab does not lead to the place of a change');
await page.keyboard.press('Tab');
await holds(async () => await page.evaluate(() => document.activeElement.closest('#list li').id) === 'l2', 'Tab does not lead through the list');
await page.keyboard.press('Enter');
await holds(async () => await page.getAttribute('#list li.current', 'id') === 'l2', 'Enter does not choose');

await page.evaluate(() => { window.print = () => { window.printed = true; }; });
await page.keyboard.press('p');
await page.waitForFunction(() => window.printed);
const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true, path: path.join(out, 'compare.pdf') })).toString('latin1').match(/\/Type \/Page\b/g).length;
check(paper === 13, `${paper} sheets of paper, not the list and 12 times two pages`);
await holds(async () => await page.locator('.compare .sheet.blank').count() === 0, 'pages were blank on paper');

// Live: a save shows the new comparison, at the place where one was; an error leaves it.
await page.evaluate(() => { document.getElementById('main').scrollTop = 300; });
let last = await revision();
fs.writeFileSync(data, edited.replace('sắp đặt', 'bố trí'));
await compared(last);
await holds(async () => /bố trí/.test(await text('#list li.changed ins')) && /sắp đặt/.test(await text('#list li.changed del')), 'a save is not compared with the time before');
await holds(async () => Math.abs(await page.evaluate(() => document.getElementById('main').scrollTop) - 300) < 3, 'the comparison was scrolled');
await holds(async () => await page.locator('.compare .sheet > svg text').count() > 20, 'pages went blank');
fs.writeFileSync(data, edited.replace('<body>', '<body><p>Hỏng'));
await page.waitForSelector('#state.bad');
await page.waitForSelector('#messages li.error');
await holds(async () => await page.locator('#list li').count() === 1 && await page.locator('.compare .sheet').count() === 24, 'an error takes the comparison away');
await page.waitForTimeout(300);
await shot('compare-error');
fs.unlinkSync(data);
await page.waitForFunction(() => /FILE_UNREADABLE/.test(document.getElementById('messages').textContent));
await holds(async () => await page.locator('#list li').count() === 1 && await page.locator('.compare .sheet').count() === 24, 'a file that is gone takes the comparison along');
const times = [];
for (let i = 1; i <= 10; i++) {
  last = await revision();
  fs.writeFileSync(data, edited.replace('sắp đặt', `chữ${i}`));
  const closed = Date.now();
  await page.waitForFunction(words => [...document.querySelectorAll('#list li ins')].some(e => e.textContent.includes(words)), `chữ${i}`, { polling: 5 });
  times.push(Date.now() - closed);
  await page.waitForTimeout(300);
}
await holds(async () => await page.locator('#messages li.error').count() === 0 && await page.locator('#state.bad').count() === 0, 'the error did not go');
await page.keyboard.press('d');
await page.waitForTimeout(200);
await shot('compare-light');
await page.setViewportSize({ width: 620, height: 900 });
await page.waitForTimeout(400);
await holds(async () => await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a narrow window has to be scrolled sideways');
await shot('compare-narrow');
await page.keyboard.press('c');
await page.waitForSelector('.document .sheet svg text');
await holds(async () => /#0$/.test(await here()), 'c does not lead back to the document');
await page.waitForTimeout(400);
await holds(async () => await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a document in a narrow window has to be scrolled sideways');
await shot('page-narrow-light');
await page.keyboard.press('d');
await page.setViewportSize({ width: 1440, height: 900 });

// ---- two documents, two templates ------------------------------------------------------------------------------------
fs.cpSync('samples/types', path.join(work, 'types'), { recursive: true });
await page.goto(await serve(path.join(work, 'types')));
await page.waitForFunction(() => document.querySelectorAll('.card img').length >= 6);
await page.locator('.pick input').nth(1).check();
await holds(async () => /thêm/.test(await text('#both')) && await page.getAttribute('#both', 'href') === null, 'one is to be compared with nothing');
await page.locator('.pick input').nth(0).check();
await page.locator('.pick input').nth(2).check();
await holds(async () => !await page.locator('.pick input').nth(1).isChecked() && await page.locator('.picked').count() === 2, 'three are picked');
await page.waitForTimeout(600);
await shot('gallery-picked');
await page.keyboard.press('c');
await page.waitForSelector('#list li');
await holds(async () => /#0~2$/.test(await here()) && /ban-ghi-nho.xml/.test(await text('.heads')), 'the two that were picked are not compared');
await page.waitForTimeout(500);
await shot('compare-two');
const other = path.join(work, 'types/bao-cao.xml');
last = await revision();
fs.writeFileSync(other, fs.readFileSync(other, 'utf8').replace('<body>', '<body><p>Chữ mới của bản B.</p>'));
await compared(last);
await holds(async () => /Chữ mới của bản B/.test(await page.locator('#list').textContent()), 'a save of one of the two is not compared');
await page.goBack();
await page.waitForSelector('.card');
const wide = path.join(work, 'report/rong.xml');
fs.writeFileSync(wide, fs.readFileSync(template, 'utf8').replace('</template>', '<set name="gian-dong" value="1.2"/></template>'));
await page.goto(await serve('--lang', 'en', data, '-t', template, '--template-b', wide));
await page.waitForSelector('#list li');
await holds(async () => /template\.xml/.test(await text('.heads')) && /rong\.xml/.test(await text('.heads')) && /change/.test(await text('#list h2')), 'two templates are not told apart');
await page.waitForTimeout(500);
await shot('compare-templates');

// ---- many pages ----------------------------------------------------------------------------------------------------------
const paragraph = whole.match(/<p>[^<]{200,}<\/p>/)[0], said = [];
for (const [pages, most] of [[20, 12], [300, 12]]) {
  const long = path.join(work, `long-${pages}.xml`), document = fs.readFileSync('samples/types/bao-cao.xml', 'utf8').replace(/<body>[^]*<\/body>/, `<body>${paragraph.repeat(pages * 5)}</body>`);
  fs.writeFileSync(long, document);
  await page.goto('about:blank');
  await page.goto(`${await serve(long)}#0~before`);
  await page.waitForSelector('.empty');
  const closed = Date.now();
  fs.writeFileSync(long, document.replace('<p>', '<p>Thêm ở đầu. '));
  await page.waitForSelector('#list li');
  await page.waitForSelector('.compare .sheet > svg text');
  const ms = Date.now() - closed, all = await page.locator('.compare .sheet').count(), loaded = await page.locator('.compare .sheet:not(.blank)').count();
  check(all >= 2 * pages && loaded <= most, `${loaded} of ${all} pages were loaded at once`);
  await page.evaluate(() => { const main = document.getElementById('main'); main.scrollTop = main.scrollHeight; });
  await page.waitForFunction(() => document.querySelector('.row:last-child .sheet > svg text'));
  said.push(`${all / 2} pages compared in ${ms} ms, ${loaded} loaded`);
}
await shot('compare-long');

await end(`${faults} faults shown; save to compared ${median(times)} ms in the median of ${times.length}, 12 pages; ${said.join('; ')}`);
