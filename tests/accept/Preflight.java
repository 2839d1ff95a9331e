/* Preflight.java - Apache Preflight's verdict on PDF/A-1b; the same words as VeraPdf.java. Its flavour
 * is called "preflight".                                                                            */
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.preflight.Format;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

final class Preflight {
    private static ValidationResult judge(File file) throws Exception {
        PreflightParser parser = new PreflightParser(file);
        try {
            parser.parse(Format.PDF_A1B);
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                return document.getResult();
            }
        } catch (SyntaxValidationException e) {
            return e.getResult();
        }
    }

    public static void main(String[] none) throws Exception {
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String line; (line = lines.readLine()) != null;) {
            try {
                ValidationResult result = judge(new File(line.split(" ", 2)[1]));
                Set<String> errors = new LinkedHashSet<>();
                for (ValidationResult.ValidationError error : result.getErrorsList())
                    errors.add("    " + error.getErrorCode() + " " + error.getDetails());
                System.out.println((result.isValid() ? "pass " : "fail ") + line);
                errors.forEach(System.out::println);
            } catch (Throwable e) {
                System.out.println("error " + line + "\n    " + e);
            }
        }
    }
}
