/* VeraPdf.java - veraPDF's verdict on each line "FLAVOUR FILE" of standard input, in one run:
 * "pass FLAVOUR FILE", "fail FLAVOUR FILE" with the rules that are broken, or "error FLAVOUR FILE". */
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

final class VeraPdf {
    /** Each rule that is broken once, with what is said of its first place; empty: none is. */
    private static Map<String, String> brokenRules(File file, PDFAFlavour flavour) throws Exception {
        Map<String, String> broken = new LinkedHashMap<>();
        ValidationResult result;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            result = Foundries.defaultInstance().createValidator(flavour, -1, false, true, false).validate(parser);
        }
        for (TestAssertion found : result.getTestAssertions()) {
            RuleId rule = found.getRuleId();
            if (found.getStatus() == TestAssertion.Status.FAILED)
                broken.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), found.getMessage() + " at " + found.getLocation().getContext());
        }
        if (broken.isEmpty() != result.isCompliant())
            throw new IllegalStateException("the verdict does not agree with its rules");
        return broken;
    }

    public static void main(String[] none) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String line; (line = lines.readLine()) != null;) {
            String[] asked = line.split(" ", 2);
            try {
                PDFAFlavour flavour = PDFAFlavour.fromString(asked[0]);
                if (flavour == PDFAFlavour.NO_FLAVOUR)
                    throw new IllegalArgumentException("no such flavour");
                Map<String, String> broken = brokenRules(new File(asked[1]), flavour);
                System.out.println((broken.isEmpty() ? "pass " : "fail ") + line);
                broken.forEach((rule, words) -> System.out.println("    " + rule + " " + words.replaceAll("\\s+", " ")));
            } catch (Throwable e) {
                System.out.println("error " + line + "\n    " + e);
            }
        }
    }
}
