package org.example.ledgerlite.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Keeps customers' bank account numbers encrypted at rest. */
public class AccountNumberVault {

    private final SecretKeySpec key;

    public AccountNumberVault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    public String seal(String accountNumber) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return Base64.getEncoder().encodeToString(cipher.doFinal(accountNumber.getBytes(StandardCharsets.UTF_8)));
    }

    public String open(String sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return new String(cipher.doFinal(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }
}
