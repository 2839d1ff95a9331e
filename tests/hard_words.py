"""hard_words.py - prints a document whose subject and first heading hold what XML and PDF write in another
way, and more of it than a title has room for; and a link to an address as long as one may be."""
import html
import re
from pathlib import Path

hard = "Thu & chi <b> \"A\" (\\) 'Ô' ]]> &amp; &lt;" + 200 * " Về việc khó đọc" + " hết"
link = f'<p>Một <a href="https://vanban.example/{980 * "ă"}">liên kết</a>.</p>'
text = (Path(__file__).parent / "../samples/types/bien-ban.xml").read_text(encoding="utf-8")
text = re.sub("<subject>.*</subject>", lambda m: f"<subject>{html.escape(hard)}</subject>", text)
print(text.replace("<body>", f"<body><section><title>{html.escape(hard)}</title>{link}</section>"))
