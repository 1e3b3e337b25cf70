export const id = 194;
export const ids = [194];
export const modules = {

/***/ 194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeTrustStore: () => (/* binding */ makeTrustStore)
/* harmony export */ });
/* unused harmony export TRUST_STORE_PASSWORD */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Opens every new trust store of Java's, and protects nothing: what is in it is public. */
const TRUST_STORE_PASSWORD = "changeit";
/**
 * Makes a PKCS#12 (RFC 7292) whose certificates Java takes as trusted: each has the attribute of Oracle's that JDK 8
 * and later look for (`TrustedKeyUsage_OID` of `sun.security.pkcs12.PKCS12KeyStore`), with any usage.
 *
 * Nothing in it is encrypted, and the key of its MAC is derived in one round: certificates and password are public. JDK
 * 8 and later take that, with the password or without. The MAC is of SHA-1, since JDK 8 knows no other before 8u301.
 * forge could build this as well; loading it takes each login 50 ms.
 */
function makeTrustStore(entries) {
    const certificates = sequence(dataOf(sequence(...entries.map(bagOf))));
    const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(20);
    const mac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha1", macKey(salt)).update(certificates, "latin1").digest();
    const algorithm = sequence(OID.sha1, value(NULL));
    const macData = sequence(sequence(algorithm, value(OCTET_STRING, der(mac))), value(OCTET_STRING, der(salt)));
    return Buffer.from(sequence(value(INTEGER, "\x03"), dataOf(certificates), macData), "latin1");
}
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const NULL = 0x05;
const OBJECT_IDENTIFIER = 0x06;
const BMP_STRING = 0x1e;
const SEQUENCE = 0x30;
const SET = 0x31;
/** `[0]`, explicit. */
const FIRST = 0xa0;
function der(bytes) {
    return bytes.toString("latin1");
}
function value(tag, ...contents) {
    const content = contents.join("");
    return String.fromCharCode(tag, ...lengthOctets(content.length)) + content;
}
function lengthOctets(length) {
    if (length < 0x80)
        return [length];
    const octets = [];
    for (let rest = length; rest > 0; rest >>>= 8)
        octets.unshift(rest & 0xff);
    return [0x80 | octets.length, ...octets];
}
const sequence = (...contents) => value(SEQUENCE, ...contents);
const identifier = (hex) => value(OBJECT_IDENTIFIER, der(Buffer.from(hex, "hex")));
const OID = {
    /** 1.2.840.113549.1.7.1 */
    data: identifier("2a864886f70d010701"),
    /** 1.2.840.113549.1.12.10.1.3 */
    certBag: identifier("2a864886f70d010c0a0103"),
    /** 1.2.840.113549.1.9.22.1 */
    x509Certificate: identifier("2a864886f70d01091601"),
    /** 1.2.840.113549.1.9.20 */
    friendlyName: identifier("2a864886f70d010914"),
    /** 2.16.840.1.113894.746875.1.1 */
    trustedKeyUsage: identifier("6086480186f966adca7b0101"),
    /** 2.5.29.37.0 */
    anyExtendedKeyUsage: identifier("551d2500"),
    /** 1.3.14.3.2.26 */
    sha1: identifier("2b0e03021a"),
};
const TRUSTED = sequence(OID.trustedKeyUsage, value(SET, OID.anyExtendedKeyUsage));
/** A ContentInfo that is data. */
function dataOf(content) {
    return sequence(OID.data, value(FIRST, value(OCTET_STRING, content)));
}
function bagOf({ alias, der: certificate }) {
    const bag = sequence(OID.x509Certificate, value(FIRST, value(OCTET_STRING, der(certificate))));
    const name = sequence(OID.friendlyName, value(SET, value(BMP_STRING, der(inBmp(alias)))));
    return sequence(OID.certBag, value(FIRST, bag), value(SET, TRUSTED, name));
}
function inBmp(text) {
    return Buffer.from(text, "utf16le").swap16();
}
/** Bytes of a block of SHA-1. */
const BLOCK = 64;
/** What a derived key is for, here a MAC (RFC 7292, B.3). */
const FOR_MAC = 3;
/** RFC 7292, B.2, in the one round that is the default, for a key as long as the digest. */
function macKey(salt) {
    const filled = (text) => Buffer.alloc(Math.ceil(text.length / BLOCK) * BLOCK, text);
    const input = [Buffer.alloc(BLOCK, FOR_MAC), filled(salt), filled(inBmp(`${TRUST_STORE_PASSWORD}\0`))];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha1", Buffer.concat(input), "buffer");
}


/***/ })

};
