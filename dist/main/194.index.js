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

const TRUST_STORE_PASSWORD = "changeit";
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
    data: identifier("2a864886f70d010701"),
    certBag: identifier("2a864886f70d010c0a0103"),
    x509Certificate: identifier("2a864886f70d01091601"),
    friendlyName: identifier("2a864886f70d010914"),
    trustedKeyUsage: identifier("6086480186f966adca7b0101"),
    anyExtendedKeyUsage: identifier("551d2500"),
    sha1: identifier("2b0e03021a"),
};
const TRUSTED = sequence(OID.trustedKeyUsage, value(SET, OID.anyExtendedKeyUsage));
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
const BLOCK = 64;
const FOR_MAC = 3;
function macKey(salt) {
    const filled = (text) => Buffer.alloc(Math.ceil(text.length / BLOCK) * BLOCK, text);
    const input = [Buffer.alloc(BLOCK, FOR_MAC), filled(salt), filled(inBmp(`${TRUST_STORE_PASSWORD}\0`))];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha1", Buffer.concat(input), "buffer");
}


/***/ })

};
