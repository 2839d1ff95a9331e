/* ReadText.java - the text of each file named on standard input, as PDFBox and iText read it, in one
 * run: FILE.pdfbox, FILE.itext (both in the order of the content) and FILE.places, which is iText's
 * LocationTextExtractionStrategy (in the order of places); a form feed behind each page. */
import com.itextpdf.text.pdf.PdfReader;
import com.itextpdf.text.pdf.parser.LocationTextExtractionStrategy;
import com.itextpdf.text.pdf.parser.PdfTextExtractor;
import com.itextpdf.text.pdf.parser.SimpleTextExtractionStrategy;
import com.itextpdf.text.pdf.parser.TextExtractionStrategy;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

final class ReadText {
    private static void write(String path, String text) throws IOException {
        Files.write(Paths.get(path), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String byPdfBox(String path) throws IOException {
        try (PDDocument document = PDDocument.load(new File(path))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            stripper.setPageEnd("\f");
            return stripper.getText(document);
        }
    }

    private static String byIText(String path, Supplier<TextExtractionStrategy> strategy) throws IOException {
        PdfReader reader = new PdfReader(path);
        StringBuilder text = new StringBuilder();
        try {
            for (int page = 1; page <= reader.getNumberOfPages(); page++)
                text.append(PdfTextExtractor.getTextFromPage(reader, page, strategy.get())).append('\f');
        } finally {
            reader.close();
        }
        return text.toString();
    }

    public static void main(String[] none) throws IOException {
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path; (path = names.readLine()) != null;) {
            write(path + ".pdfbox", byPdfBox(path));
            write(path + ".itext", byIText(path, SimpleTextExtractionStrategy::new));
            write(path + ".places", byIText(path, LocationTextExtractionStrategy::new));
        }
    }
}
