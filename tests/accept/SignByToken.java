/* SignByToken.java - signs as an official does with a USB token: the key is made in the token and never
 * leaves it; the field that stands in the PDF already is filled, in its place, by an incremental update.
 *   SignByToken PKCS11-LIBRARY PIN COMMON-NAME CERTIFICATE.der {IN.pdf FIELD OUT.pdf}... */
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.logging.LogManager;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

final class SignByToken {
    private static final long DAY_MS = 24L * 3600 * 1000;
    private static final String ALIAS = "official";

    private final Provider provider;
    private final KeyStore store;
    private final char[] pin;

    private SignByToken(String library, String pin) throws Exception {
        provider = Security.getProvider("SunPKCS11").configure("--name=token\nlibrary=" + library + "\nslotListIndex=0\n");
        Security.addProvider(provider);
        this.pin = pin.toCharArray();
        store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, this.pin);
    }

    private ContentSigner signer(PrivateKey key) throws Exception {
        return new JcaContentSignerBuilder("SHA256withRSA").setProvider(provider).build(key);
    }

    private void makeKey(String commonName, String certificatePath) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        if (pair.getPrivate().getEncoded() != null)
            throw new IllegalStateException("the key can be taken out of the token");
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
        long now = System.currentTimeMillis();
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(
            new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(now), new Date(now - DAY_MS), new Date(now + 365 * DAY_MS), name, pair.getPublic())
                .build(signer(pair.getPrivate())));
        store.setKeyEntry(ALIAS, pair.getPrivate(), pin, new X509Certificate[] { certificate });
        Files.write(Paths.get(certificatePath), certificate.getEncoded());
    }

    private byte[] cms(InputStream content) throws IOException {
        try {
            X509Certificate certificate = (X509Certificate) store.getCertificate(ALIAS);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(signer((PrivateKey) store.getKey(ALIAS, pin)), certificate));
            generator.addCertificates(new JcaCertStore(Collections.singletonList(certificate)));
            return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** PDFBox takes away the rectangle of a field that it is given no picture for. */
    private void sign(String from, String fieldName, String to) throws IOException {
        try (PDDocument document = PDDocument.load(new File(from)); OutputStream out = new FileOutputStream(to)) {
            PDField field = document.getDocumentCatalog().getAcroForm().getField(fieldName);
            if (!(field instanceof PDSignatureField) || ((PDSignatureField) field).getSignature() != null)
                throw new IOException(from + " has no empty field " + fieldName);
            COSDictionary widget = field.getWidgets().get(0).getCOSObject();
            COSBase place = widget.getItem(COSName.RECT), look = widget.getItem(COSName.AP);
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            field.getCOSObject().setItem(COSName.V, signature);
            document.addSignature(signature, this::cms);
            widget.setItem(COSName.RECT, place);
            widget.setItem(COSName.AP, look);
            document.saveIncremental(out);
        }
    }

    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset(); // PDFBox tells of fonts that it looked for
        SignByToken token = new SignByToken(args[0], args[1]);
        token.makeKey(args[2], args[3]);
        for (int i = 4; i + 2 < args.length; i += 3)
            token.sign(args[i], args[i + 1], args[i + 2]);
    }
}
