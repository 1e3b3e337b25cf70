import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 9140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 5653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ readClientCertificate),
  O: () => (/* binding */ toPfx)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./build/errors/certificates.js
var errors_certificates = __nccwpck_require__(4008);
// EXTERNAL MODULE: ./build/certificates/der.js
var certificates_der = __nccwpck_require__(5318);
;// CONCATENATED MODULE: ./build/certificates/derivation.js


const MOST_ROUNDS = 1_000_000;
const MOST_ROUNDS_IN_ALL = 5_000_000;
const MOST_SCRYPT_BLOCKS = 4_000_000;
function countRounds(from) {
    let all = 0;
    return (rounds, blocks, cost) => {
        all += rounds * blocks * cost;
        if (rounds > MOST_ROUNDS)
            throw tooManyRounds(from, rounds, MOST_ROUNDS);
        if (all > MOST_ROUNDS_IN_ALL)
            throw tooManyRounds(from, all, MOST_ROUNDS_IN_ALL);
    };
}
function tooManyRounds(from, rounds, most = MOST_ROUNDS) {
    const asked = rounds === undefined ? "thousands of millions of" : Math.round(rounds).toLocaleString("en");
    return errors_certificates/* certificateFailures */.z.tooManyRounds({ from, rounds: asked, most: most.toLocaleString("en") });
}
function checkEncryptedKey(der, from) {
    const numbers = numbersOf(der);
    if (numbers === undefined)
        throw errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "the private key" });
    const [cost, most] = numbers.isScrypt
        ? [numbers.all.slice(0, 3).reduce((product, number) => product * number, 1), MOST_SCRYPT_BLOCKS]
        : [Math.max(...numbers.all), MOST_ROUNDS];
    if (!(cost <= most))
        throw tooManyRounds(from, cost, most);
}
const SCRYPT = Buffer.from("06092b06010401da47040b", "hex");
function numbersOf(der) {
    try {
        const [key] = (0,certificates_der/* valuesIn */.a)(der, { only: 1, most: MOST_VALUES });
        const [algorithm] = (0,certificates_der/* valuesIn */.a)(key?.content ?? Buffer.alloc(0), { most: MOST_VALUES });
        if (key?.tag !== SEQUENCE || algorithm?.tag !== SEQUENCE)
            return undefined;
        const all = integersIn(algorithm.content, MOST_DEPTH);
        return all.length === 0 ? undefined : { all, isScrypt: algorithm.content.includes(SCRYPT) };
    }
    catch (error) {
        if (error instanceof certificates_der/* NotDer */.P)
            return undefined;
        throw error;
    }
}
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const MOST_DEPTH = 6;
const MOST_VALUES = 8;
function integersIn(content, depth) {
    if (depth === 0)
        throw new certificates_der/* NotDer */.P();
    return (0,certificates_der/* valuesIn */.a)(content, { most: MOST_VALUES }).flatMap((value) => {
        if (value.tag === INTEGER)
            return [Number(`0x${value.content.toString("hex") || "0"}`)];
        return value.tag === SEQUENCE ? integersIn(value.content, depth - 1) : [];
    });
}

// EXTERNAL MODULE: ./build/certificates/material.js
var certificates_material = __nccwpck_require__(796);
// EXTERNAL MODULE: ./build/certificates/patience.js
var patience = __nccwpck_require__(2086);
// EXTERNAL MODULE: ./build/errors/failure.js
var failure = __nccwpck_require__(728);
// EXTERNAL MODULE: ./build/certificates/forge.js
var certificates_forge = __nccwpck_require__(1174);
;// CONCATENATED MODULE: ./build/certificates/pfx.js





async function readPfx(der, password, from) {
    if (der.length > certificates_forge/* MOST_FORGE_BYTES */.cO)
        throw errors_certificates/* certificateFailures */.z.pfxTooLarge({ from, most: `${certificates_forge/* MOST_FORGE_BYTES */.cO / 1000} kB` });
    const { default: forge } = await __nccwpck_require__.e(/* import() */ 542).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8542, 19));
    const container = parse(forge, der, from);
    const count = countRounds(from);
    let refused;
    for (const candidate of password ? [password] : [undefined, ""]) {
        try {
            return pfx_open(forge, container, candidate, count);
        }
        catch (error) {
            if (error instanceof failure/* Failure */.H)
                throw error;
            refused = error;
        }
    }
    throw refusal(refused, password, from);
}
async function writePfx(privateKey, certificate, password) {
    const { default: forge } = await __nccwpck_require__.e(/* import() */ 542).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8542, 19));
    const asIs = (value) => value;
    const passThrough = { privateKeyToAsn1: asIs, wrapRsaPrivateKey: asIs, certificateToAsn1: asIs };
    const pfx = (0,certificates_forge/* replaced */.$3)(forge.pki, passThrough, () => {
        const key = (0,certificates_forge/* toAsn1 */.rz)(forge, privateKey);
        const leaf = (0,certificates_forge/* toAsn1 */.rz)(forge, certificate);
        return forge.pkcs12.toPkcs12Asn1(key, leaf, password, { algorithm: "3des" });
    });
    return (0,certificates_forge/* toDer */.dJ)(forge, pfx);
}
function pfx_open(forge, container, password, count) {
    const leave = () => {
        throw new Error("left as ASN.1");
    };
    const { pbe } = forge.pki;
    const generate = counted(pbe.generatePkcs12Key, count);
    const pfx = (0,certificates_forge/* replaced */.$3)(forge.pkcs5, { pbkdf2: nativePbkdf2(count) }, () => (0,certificates_forge/* replaced */.$3)(forge.pkcs12, { generateKey: generate }, () => (0,certificates_forge/* replaced */.$3)(pbe, { generatePkcs12Key: generate }, () => (0,certificates_forge/* replaced */.$3)(forge.pki, { certificateFromAsn1: leave, privateKeyFromAsn1: leave }, () => forge.pkcs12.pkcs12FromAsn1(container, false, password)))));
    const bags = pfx.safeContents.flatMap((safe) => safe.safeBags);
    const { certBag } = forge.pki.oids;
    return {
        keys: bags.filter((bag) => bag.type !== certBag).map((bag) => (0,certificates_forge/* toDer */.dJ)(forge, bag.asn1)),
        certificates: bags.filter((bag) => bag.type === certBag).map((bag) => (0,certificates_forge/* toDer */.dJ)(forge, bag.asn1)),
    };
}
const SHA1_LENGTH = 20;
const SHA384_LENGTH = 48;
function counted(generate, count) {
    return (password, salt, id, iterations, length, digest) => {
        const size = digest?.digestLength ?? SHA1_LENGTH;
        count(iterations, Math.ceil(length / size), size < SHA384_LENGTH ? 1 : 3);
        return generate(password, salt, id, iterations, length, digest);
    };
}
function nativePbkdf2(count) {
    return (password, salt, iterations, length, digest) => {
        count(iterations, Math.ceil(length / digest.digestLength), 0.3);
        const key = (0,external_node_crypto_.pbkdf2Sync)(password ?? "", Buffer.from(salt, "latin1"), iterations, length, digest.algorithm);
        return key.toString("latin1");
    };
}
function parse(forge, der, from) {
    try {
        return (0,certificates_forge/* toAsn1 */.rz)(forge, der);
    }
    catch (cause) {
        throw errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "the PFX" }, cause);
    }
}
function refusal(cause, password, from) {
    const message = cause instanceof Error ? cause.message : "";
    if (message.startsWith("Only 8, 16, 24, or 32 bits supported"))
        return tooManyRounds(from);
    if (/supported/i.test(message))
        return errors_certificates/* certificateFailures */.z.clientUnsupported({ from }, cause);
    if (message.startsWith("Cannot read PKCS#12 PFX")) {
        return errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "the PFX" }, cause);
    }
    if (password)
        return errors_certificates/* certificateFailures */.z.clientPasswordWrong({ from }, cause);
    return errors_certificates/* certificateFailures */.z.clientPasswordMissing({ from }, cause);
}

// EXTERNAL MODULE: ./build/certificates/pkcs7.js
var pkcs7 = __nccwpck_require__(6001);
;// CONCATENATED MODULE: ./build/certificates/client-certificate.js







const MOST_BITS = 16_384;
async function readClientCertificate(materials, password, from, now) {
    const all = [materials].flat();
    const parts = await Promise.all(all.map((material) => readParts(material, password, from)));
    const keys = parts.flatMap((part) => part.keys);
    const certificates = parts.flatMap((part) => part.certificates);
    const [key, ...more] = keys;
    if (more.length > 0)
        throw errors_certificates/* certificateFailures */.z.clientSeveralKeys({ from, count: String(keys.length) });
    if (key === undefined && certificates.length === 0)
        throw errors_certificates/* certificateFailures */.z.clientUnreadable({ from });
    if (key === undefined)
        throw errors_certificates/* certificateFailures */.z.clientWithoutKey({ from });
    if (certificates.length === 0)
        throw errors_certificates/* certificateFailures */.z.clientWithoutCertificate({ from });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (bits > MOST_BITS)
        throw errors_certificates/* certificateFailures */.z.keyTooLong({ from, bits: String(bits), most: String(MOST_BITS) });
    if (key.asymmetricKeyType !== "rsa") {
        throw errors_certificates/* certificateFailures */.z.clientNotRsa({
            from,
            type: (key.asymmetricKeyType ?? "of an unknown type").toUpperCase(),
        });
    }
    const leaf = chooseLeaf(key, certificates, from);
    checkValidity(leaf, from, now);
    return toClientCertificate(key, leaf, orderChain(leaf, certificates, from));
}
async function toPfx(certificate, password) {
    const key = (0,external_node_crypto_.createPrivateKey)(certificate.privateKey).export({ type: "pkcs8", format: "der" });
    return writePfx(key, new external_node_crypto_.X509Certificate(certificate.chain[0] ?? "").raw, password);
}
async function readParts(material, password, from) {
    const { blocks, der } = await (0,pkcs7/* withoutPkcs7 */.T)((0,certificates_material/* decodeMaterial */.ev)(material, from), from, (cause) => errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "the PKCS #7 file" }, cause));
    const pfx = der ?? blocks.find(({ kind }) => kind === "pfx")?.der;
    if (pfx === undefined)
        return readPem(blocks, password, from);
    if (!(0,certificates_material/* isPfx */.By)(pfx))
        return readBare(pfx, from);
    const contents = await readPfx(pfx, password, from);
    const keys = contents.keys.map((key) => (0,certificates_material/* bareKey */.AZ)(key));
    if (keys.includes(undefined))
        throw errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "the private key" });
    return {
        keys: keys.filter((key) => key !== undefined),
        certificates: certificatesOf(contents, from).map((certificate) => toCertificate(certificate, from)),
    };
}
function certificatesOf({ certificates }, from) {
    (0,certificates_material/* checkNumber */.ws)(certificates, from);
    return certificates;
}
function readBare(der, from) {
    const key = (0,certificates_material/* bareKey */.AZ)(der);
    if (key !== undefined)
        return { keys: [key], certificates: [] };
    try {
        return { keys: [], certificates: [(0,certificates_material/* parseCertificate */.hB)(der)] };
    }
    catch (cause) {
        throw errors_certificates/* certificateFailures */.z.clientUnreadable({ from }, cause);
    }
}
function readPem(blocks, password, from) {
    const keys = blocks.filter(certificates_material/* isKeyBlock */.fx);
    if (keys.length > 1)
        throw errors_certificates/* certificateFailures */.z.clientSeveralKeys({ from, count: String(keys.length) });
    return {
        certificates: blocks.filter(certificates_material/* isCertificateBlock */.Lv).map((block) => toCertificate(block.der, from)),
        keys: keys.map((block) => toKey(block, password, from)),
    };
}
function toCertificate(der, from) {
    try {
        return (0,certificates_material/* parseCertificate */.hB)(der);
    }
    catch (cause) {
        throw errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "a certificate" }, cause);
    }
}
function toKey(block, password, from) {
    if (block.encrypted && !password)
        throw errors_certificates/* certificateFailures */.z.clientPasswordMissing({ from });
    if (block.label.startsWith("ENCRYPTED "))
        checkEncryptedKey(block.der, from);
    try {
        if (!block.label.endsWith("PRIVATE KEY"))
            return (0,certificates_material/* bareKey */.AZ)(block.der) ?? (0,external_node_crypto_.createPrivateKey)(block.pem);
        return (0,external_node_crypto_.createPrivateKey)(block.encrypted && password ? { key: block.pem, passphrase: password } : block.pem);
    }
    catch (cause) {
        if (!block.encrypted)
            throw errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "the private key" }, cause);
        const dropped = cause.code === "ERR_OSSL_EVP_UNSUPPORTED";
        throw errors_certificates/* certificateFailures */.z[dropped ? "clientUnsupported" : "clientPasswordWrong"]({ from }, cause);
    }
}
function chooseLeaf(key, certificates, from) {
    const [leaf] = certificates
        .filter((certificate) => certificate.checkPrivateKey(key))
        .sort((a, b) => b.validToDate.getTime() - a.validToDate.getTime());
    if (leaf !== undefined)
        return leaf;
    const subjects = certificates.map((certificate) => `"${(0,certificates_material/* oneLine */.TN)(certificate.subject)}"`);
    throw errors_certificates/* certificateFailures */.z.clientKeyMismatch({ from, subject: (0,certificates_material/* few */.H$)(subjects) });
}
function checkValidity(leaf, from, now) {
    const subject = (0,certificates_material/* oneLine */.TN)(leaf.subject);
    if (leaf.validToDate < now) {
        throw errors_certificates/* certificateFailures */.z.clientExpired({ from, subject, notAfter: (0,certificates_material/* isoDay */.kh)(leaf.validToDate) });
    }
    if (leaf.validFromDate > now) {
        const notBefore = leaf.validFromDate.toISOString();
        throw errors_certificates/* certificateFailures */.z.clientNotYetValid({ from, subject, notBefore, now: now.toISOString() });
    }
}
function orderChain(leaf, certificates, from) {
    const chain = [leaf];
    const checkTime = (0,patience/* patience */._)(from);
    for (const last of chain) {
        if (last.checkIssued(last))
            break;
        const others = certificates.filter((other) => !chain.some((known) => known.raw.equals(other.raw)));
        const issuer = others.find((other) => {
            checkTime();
            return (0,certificates_material/* isIssuedBy */.rh)(last, other);
        });
        if (issuer !== undefined)
            chain.push(issuer);
    }
    return chain;
}
function toClientCertificate(key, leaf, chain) {
    const privateKey = key.export({ type: "pkcs8", format: "pem" }).toString();
    const certificates = chain.map((certificate) => certificate.toString());
    return {
        pem: [privateKey, ...certificates].join(""),
        privateKey,
        chain: certificates,
        thumbprint: leaf.fingerprint.replaceAll(":", ""),
        thumbprintSha256: leaf.fingerprint256.replaceAll(":", ""),
        subject: (0,certificates_material/* oneLine */.TN)(leaf.subject),
        notBefore: leaf.validFromDate,
        notAfter: leaf.validToDate,
    };
}


/***/ }),

/***/ 5318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ NotDer),
/* harmony export */   a: () => (/* binding */ valuesIn)
/* harmony export */ });
class NotDer extends Error {
}
function valuesIn(bytes, { only = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {}) {
    const values = [];
    for (let at = 0; at < bytes.length && values.length < only;) {
        const [tag = 0, first = 0x80] = bytes.subarray(at, at + 2);
        const octets = first < 0x80 ? 0 : first & 0x7f;
        const start = at + 2 + octets;
        if (first === 0x80 || octets > 4 || start > bytes.length || values.length === most)
            throw new NotDer();
        const end = start + (octets === 0 ? first : bytes.readUIntBE(at + 2, octets));
        if (end > bytes.length)
            throw new NotDer();
        values.push({ tag, content: bytes.subarray(start, end), end });
        at = end;
    }
    return values;
}


/***/ }),

/***/ 1174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   cO: () => (/* binding */ MOST_FORGE_BYTES),
/* harmony export */   dJ: () => (/* binding */ toDer),
/* harmony export */   rz: () => (/* binding */ toAsn1)
/* harmony export */ });
const MOST_FORGE_BYTES = 500_000;
function replaced(namespace, functions, work) {
    const originals = Object.fromEntries(Object.entries(namespace).filter(([name]) => name in functions));
    Object.assign(namespace, functions);
    try {
        return work();
    }
    finally {
        Object.assign(namespace, originals);
    }
}
function toAsn1(forge, der) {
    return forge.asn1.fromDer(der.toString("latin1"));
}
function toDer(forge, value) {
    return Buffer.from(forge.asn1.toDer(value).getBytes(), "latin1");
}


/***/ }),

/***/ 796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ bareKey),
/* harmony export */   By: () => (/* binding */ isPfx),
/* harmony export */   EI: () => (/* binding */ isCertificateLabel),
/* harmony export */   H$: () => (/* binding */ few),
/* harmony export */   Lv: () => (/* binding */ isCertificateBlock),
/* harmony export */   Nk: () => (/* binding */ certificateBlock),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ev: () => (/* binding */ decodeMaterial),
/* harmony export */   fx: () => (/* binding */ isKeyBlock),
/* harmony export */   hB: () => (/* binding */ parseCertificate),
/* harmony export */   kc: () => (/* binding */ publicKeyOf),
/* harmony export */   kh: () => (/* binding */ isoDay),
/* harmony export */   rh: () => (/* binding */ isIssuedBy),
/* harmony export */   ws: () => (/* binding */ checkNumber)
/* harmony export */ });
/* unused harmony export MOST_CERTIFICATES */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4008);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5619);



const MOST_CERTIFICATES = 500;
const encryptionHeaders = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+,[0-9A-Fa-f]+)\s/;
const base64Text = /^[A-Za-z0-9+/_-]+={0,2}$/;
function decodeMaterial(material, from) {
    const bytes = typeof material === "string" ? Buffer.from(material) : material;
    const direct = withoutArmor(decodeBytes(bytes, from), from);
    if (direct !== undefined)
        return direct;
    const compact = toText(bytes).replace(/\s+/g, "");
    const inner = base64Text.test(compact) ? decodeBytes(Buffer.from(compact, "base64"), from) : undefined;
    return withoutArmor(inner, from) ?? { blocks: [] };
}
function withoutArmor(material, from) {
    const [only, ...more] = material?.blocks ?? [];
    if (only?.kind !== "certificate" || more.length > 0 || only.der[0] === SEQUENCE)
        return material;
    return decodeBytes(only.der, from) ?? material;
}
function isPfx(der) {
    return der.subarray(2, 10).includes(Buffer.from("02010330", "hex"));
}
function parseCertificate(der) {
    const certificate = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(der);
    const times = [certificate.validFromDate, certificate.validToDate];
    if (times.some((time) => Number.isNaN(time.getTime())))
        throw new Error("its times are none");
    return certificate;
}
function isIssuedBy(child, parent) {
    const key = publicKeyOf(parent);
    return key !== undefined && child.checkIssued(parent) && child.verify(key);
}
function publicKeyOf(certificate) {
    try {
        return certificate.publicKey;
    }
    catch {
        return undefined;
    }
}
function bareKey(der) {
    for (const type of ["pkcs8", "pkcs1", "sec1"]) {
        try {
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: der, format: "der", type });
        }
        catch { }
    }
    return undefined;
}
function isKeyBlock({ kind }) {
    return kind === "key";
}
function isCertificateBlock({ kind }) {
    return kind === "certificate";
}
function isCertificateLabel({ label }) {
    return CERTIFICATE_LABELS.includes(label);
}
function certificateBlock(der) {
    return toBlock({ label: "CERTIFICATE", body: der.toString("base64") });
}
const CERTIFICATE_LABELS = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];
const CONTAINER_LABELS = ["PKCS7", "PKCS #7 SIGNED DATA", "CMS", "PKCS12"];
const INTEGER = 0x02;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
function kindOf(label, der) {
    if (label.endsWith("PRIVATE KEY"))
        return "key";
    const isCertificate = isCertificateLabel({ label });
    if (!isCertificate && !CONTAINER_LABELS.includes(label))
        return "other";
    const inner = firstTag(der);
    if (inner === OBJECT_IDENTIFIER)
        return "pkcs7";
    if (inner === INTEGER)
        return isPfx(der) ? "pfx" : "key";
    return isCertificate ? "certificate" : "other";
}
function firstTag(der) {
    const length = der[1] ?? 0;
    return der[0] === SEQUENCE ? der[length > 0x80 ? 2 + (length & 0x7f) : 2] : undefined;
}
function oneLine(name) {
    return name.split("\n").reverse().join(", ");
}
function checkNumber(certificates, from) {
    if (certificates.length > MOST_CERTIFICATES) {
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateFailures */ .z.tooMany({ from, most: String(MOST_CERTIFICATES) });
    }
}
const MOST_NAMED = 5;
function few(names, separator = ", ") {
    const more = names.length - MOST_NAMED;
    return names.slice(0, MOST_NAMED).join(separator) + (more > 0 ? ` and ${more} more` : "");
}
function isoDay(date) {
    return date.toISOString().slice(0, 10);
}
function decodeBytes(bytes, from) {
    if (bytes[0] === SEQUENCE && ((bytes[1] ?? 0) >= 0x80 || bytes[2] === INTEGER)) {
        const container = firstTag(bytes) === OBJECT_IDENTIFIER;
        return container
            ? { blocks: [toBlock({ label: "PKCS7", body: bytes.toString("base64") })] }
            : { blocks: [], der: bytes };
    }
    const found = (0,_pem_js__WEBPACK_IMPORTED_MODULE_2__/* .pemBlocks */ .P)(toText(bytes), MOST_CERTIFICATES);
    checkNumber(found, from);
    return found.length > 0 ? { blocks: found.map(toBlock) } : undefined;
}
function toText(bytes) {
    return new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\\r|\\n/g, "\n");
}
function encodingOf([first, second]) {
    if ((first === 0xff && second === 0xfe) || second === 0)
        return "utf-16le";
    return (first === 0xfe && second === 0xff) || first === 0 ? "utf-16be" : "utf-8";
}
function toBlock({ label, body }) {
    const headers = encryptionHeaders.exec(body);
    const der = Buffer.from(headers === null ? body : body.slice(headers[0].length), "base64");
    const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
    const preamble = headers === null ? [] : ["Proc-Type: 4,ENCRYPTED", `DEK-Info: ${headers[1]}`, ""];
    const pem = [`-----BEGIN ${label}-----`, ...preamble, ...lines, `-----END ${label}-----`, ""].join("\n");
    return { label, kind: kindOf(label, der), encrypted: headers !== null || label.startsWith("ENCRYPTED "), pem, der };
}


/***/ }),

/***/ 2086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ patience)
/* harmony export */ });
/* harmony import */ var _errors_certificates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4008);

const LONGEST_MS = 10_000;
function patience(from) {
    const until = performance.now() + LONGEST_MS;
    return () => {
        if (performance.now() > until)
            throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateFailures */ .z.tooSlow({ from, seconds: String(LONGEST_MS / 1000) });
    };
}


/***/ }),

/***/ 5619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ pemBlocks)
/* harmony export */ });
const MARKER = /-----(BEGIN|END) ([A-Z0-9# ]{1,80})-----/g;
function pemBlocks(text, most) {
    const markers = [...text.matchAll(MARKER)].map(({ index, 0: line, 1: kind, 2: label = "" }) => {
        return { kind, label, start: index, end: index + line.length };
    });
    const ends = Map.groupBy(markers.filter(({ kind }) => kind === "END"), ({ label }) => label);
    const reached = new Map();
    const blocks = [];
    let after = 0;
    for (const { kind, label, start, end } of markers) {
        if (kind !== "BEGIN" || start < after)
            continue;
        const own = ends.get(label) ?? [];
        let at = reached.get(label) ?? 0;
        while ((own[at]?.start ?? end) < end)
            at += 1;
        reached.set(label, at);
        const last = own[at];
        if (last === undefined)
            continue;
        blocks.push({ label, body: text.slice(end, last.start) });
        after = last.end;
        if (blocks.length > most)
            break;
    }
    return blocks;
}


/***/ }),

/***/ 1243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ pinnedRootOfChain),
/* harmony export */   Q: () => (/* binding */ pinnedRoots)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4008);
/* harmony import */ var _material_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(796);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2086);




function pinnedRoots(given, fingerprint, from) {
    const root = given.find(({ fingerprints }) => fingerprints.sha256 === fingerprint);
    if (root === undefined) {
        const found = given.filter(({ selfSigned }) => selfSigned).map(named);
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateFailures */ .z.pinNotGiven({ fingerprint, from, found: (0,_material_js__WEBPACK_IMPORTED_MODULE_2__/* .few */ .H$)(found) || "no root" });
    }
    if (!root.selfSigned)
        throw notOfRoot(root, from, given);
    const checkTime = (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patience */ ._)(from);
    const kept = new Set([root]);
    const all = given.map((one) => ({ one, certificate: new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(one.der) }));
    for (const issuer of kept) {
        const parent = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(issuer.der);
        for (const { one, certificate } of all.filter(({ one: { issuer: name } }) => name === issuer.subject)) {
            checkTime();
            if (!kept.has(one) && (0,_material_js__WEBPACK_IMPORTED_MODULE_2__/* .isIssuedBy */ .rh)(certificate, parent))
                kept.add(one);
        }
    }
    return { kept: [...kept], dropped: given.filter((one) => !kept.has(one)) };
}
function pinnedRootOfChain(chain, fingerprint, from) {
    const found = chain.find(({ fingerprints }) => fingerprints.sha256 === fingerprint);
    if (found?.selfSigned)
        return found;
    if (found !== undefined)
        throw notOfRoot(found, from, chain);
    const top = chain.at(-1);
    if (top?.selfSigned)
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateFailures */ .z.pinDiffers({ from, fingerprint, presented: named(top) });
    throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateFailures */ .z.rootNotPresented({ from, fingerprint, missing: top?.issuer ?? "unknown" });
}
function notOfRoot(found, from, all) {
    const { subject, issuer, fingerprints } = found;
    const roots = all.filter(({ selfSigned }) => selfSigned).map(named);
    const root = roots.length === 0 ? `not there; "${subject}" was issued by "${issuer}"` : (0,_material_js__WEBPACK_IMPORTED_MODULE_2__/* .few */ .H$)(roots);
    return _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateFailures */ .z.pinNotOfRoot({ from, fingerprint: fingerprints.sha256, subject, root });
}
function named({ subject, fingerprints }) {
    return `"${subject}" with ${fingerprints.sha256}`;
}


/***/ }),

/***/ 6001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ withoutPkcs7)
/* harmony export */ });
/* harmony import */ var _errors_certificates_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4008);
/* harmony import */ var _forge_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1174);
/* harmony import */ var _material_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(796);



async function withoutPkcs7(material, from, unreadable) {
    const containers = material.blocks.filter(({ kind }) => kind === "pkcs7");
    if (containers.length === 0)
        return material;
    const size = containers.reduce((sum, { der }) => sum + der.length, 0);
    if (size > _forge_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_FORGE_BYTES */ .cO)
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateFailures */ .z.pfxTooLarge({ from, most: `${_forge_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_FORGE_BYTES */ .cO / 1000} kB` });
    const blocks = [];
    for (const block of material.blocks) {
        if (block.kind !== "pkcs7")
            blocks.push(block);
        else
            blocks.push(...(await certificatesIn(block.der, unreadable)).map(_material_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateBlock */ .Nk));
    }
    (0,_material_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNumber */ .ws)(blocks, from);
    return { ...material, blocks };
}
async function certificatesIn(der, unreadable) {
    const { default: forge } = await __nccwpck_require__.e(/* import() */ 542).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8542, 19));
    try {
        const message = (0,_forge_js__WEBPACK_IMPORTED_MODULE_2__/* .replaced */ .$3)(forge.pki, { certificateFromAsn1: (value) => value }, () => forge.pkcs7.messageFromAsn1((0,_forge_js__WEBPACK_IMPORTED_MODULE_2__/* .toAsn1 */ .rz)(forge, der)));
        const { certificates } = message;
        if (certificates === undefined || certificates.length === 0)
            throw new Error("no certificates in it");
        return certificates.map((certificate) => (0,_forge_js__WEBPACK_IMPORTED_MODULE_2__/* .toDer */ .dJ)(forge, certificate));
    }
    catch (cause) {
        throw unreadable(cause);
    }
}


/***/ }),

/***/ 6708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ readGivenRoots),
/* harmony export */   Mi: () => (/* binding */ readRoots),
/* harmony export */   Mz: () => (/* binding */ judgeRoot),
/* harmony export */   N8: () => (/* binding */ judgeRoots)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1692);
/* harmony import */ var _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4008);
/* harmony import */ var _errors_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(728);
/* harmony import */ var _material_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(796);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2086);
/* harmony import */ var _pkcs7_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6001);







const days30 = 30 * 24 * 60 * 60 * 1000;
const keyIdentifiers = [
    ["Subject Key Identifier", "0603551d0e"],
    ["Authority Key Identifier", "0603551d23"],
];
const weakSignatures = [
    ["MD5", "06092a864886f70d010104"],
    ["SHA-1", "06092a864886f70d010105"],
    ["SHA-1", "06052b0e03021d"],
    ["SHA-1", "06072a8648ce3d0401"],
];
function readRoots(material, from) {
    return rootsOf((0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeMaterial */ .ev)(material, from), from);
}
async function readGivenRoots(material, from) {
    const unreadable = (cause) => _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caUnreadable({ from }, cause);
    return rootsOf(await (0,_pkcs7_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutPkcs7 */ .T)((0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeMaterial */ .ev)(material, from), from, unreadable), from);
}
function rootsOf({ blocks, der }, from) {
    if (der !== undefined)
        return [readDer(der, from)];
    if (blocks.some(({ kind }) => kind === "key" || kind === "pfx"))
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caPrivateKey({ from });
    const certificates = blocks.filter(_material_js__WEBPACK_IMPORTED_MODULE_4__/* .isCertificateBlock */ .Lv);
    if (certificates.length === 0)
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caUnreadable({ from });
    const checkTime = (0,_patience_js__WEBPACK_IMPORTED_MODULE_5__/* .patience */ ._)(from);
    const roots = certificates.map((block, index) => {
        checkTime();
        const position = `${index + 1} of ${certificates.length}`;
        return attempt(block.der, (cause) => _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caDamaged({ from, position }, cause));
    });
    const unique = [...new Map(roots.map((root) => [root.fingerprints.sha256, root])).values()];
    return unique.sort((a, b) => Number(b.selfSigned) - Number(a.selfSigned));
}
function judgeRoot(root, from, now, all = [root]) {
    const { subject, issuer } = root;
    const certificate = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(root.der);
    if (!certificate.ca)
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caNotAuthority({ from, subject, issuer });
    if (root.notAfter < now) {
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caExpired({ from, subject, notAfter: (0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .isoDay */ .kh)(root.notAfter) });
    }
    if (certificate.validFromDate > now) {
        const notBefore = certificate.validFromDate.toISOString();
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caNotYetValid({ from, subject, notBefore, now: now.toISOString() });
    }
    const concerns = [...concernsOfUse(root, now, all), ...concernsOfMake(root.der, certificate)];
    if (concerns.length > 0 && isPublic(root))
        return { warnings: [] };
    return { warnings: concerns.map((concern) => `The CA certificate "${subject}" in ${from} ${concern}`) };
}
function judgeRoots(given, now) {
    const all = given.map(({ root }) => root);
    const roots = [];
    const warnings = [];
    const refused = [];
    for (const { root, from } of given) {
        try {
            warnings.push(...judgeRoot(root, from, now, all).warnings);
            roots.push(root);
        }
        catch (error) {
            if (!(error instanceof _errors_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H))
                throw error;
            refused.push(error);
        }
    }
    if (refused.length === 0)
        return { roots, warnings, refused };
    if (!roots.some(({ selfSigned }) => selfSigned))
        return { roots: [], warnings: [], refused };
    const problems = refused.map(({ problem }) => problem.replace(/\.$/, ""));
    return { roots, warnings: [`Not trusted: ${(0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .few */ .H$)(problems, "; ")}.`, ...warnings], refused: [] };
}
function isPublic({ pem }) {
    publicRoots ??= new Set(node_tls__WEBPACK_IMPORTED_MODULE_1__.rootCertificates.map(withoutSpace));
    return publicRoots.has(withoutSpace(pem));
}
let publicRoots;
function withoutSpace(pem) {
    return pem.replaceAll(/\s+/g, "");
}
function concernsOfUse(root, now, all) {
    const concerns = [];
    if (root.notAfter.getTime() - now.getTime() <= days30) {
        concerns.push(`expires on ${(0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .isoDay */ .kh)(root.notAfter)}: ask the operator of the stamp for the next root.`);
    }
    if (!root.selfSigned && !all.some((other) => other.subject === root.issuer)) {
        concerns.push(`is an intermediate CA: most tools trust it only together with its root, "${root.issuer}"; add that root.`);
    }
    return concerns;
}
function concernsOfMake(der, certificate) {
    const concerns = [];
    const weak = weakSignatures.find(([, oid]) => der.includes(Buffer.from(oid, "hex")));
    if (weak !== undefined)
        concerns.push(`is signed with ${weak[0]}: have it replaced with one that uses SHA-256.`);
    const { modulusLength } = (0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .publicKeyOf */ .kc)(certificate)?.asymmetricKeyDetails ?? {};
    if (modulusLength !== undefined && modulusLength < 2048) {
        concerns.push(`has an RSA key of ${modulusLength} bits: have it replaced with one of 2048 bits or more.`);
    }
    const lacking = keyIdentifiers.filter(([, oid]) => !der.includes(Buffer.from(oid, "hex"))).map(([name]) => name);
    if (lacking.length > 0) {
        const tools = "az 2.77 and later, and other tools on Python 3.13, may refuse the stamp's certificates";
        const advice = 'with "Missing Authority Key Identifier"; if they do, use older tools or have the root replaced.';
        concerns.push(`has no ${lacking.join(" and no ")}: ${tools} ${advice}`);
    }
    return concerns;
}
function readDer(der, from) {
    if ((0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .isPfx */ .By)(der) || (0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .bareKey */ .AZ)(der) !== undefined)
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caPrivateKey({ from });
    return attempt(der, (cause) => _errors_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFailures */ .z.caUnreadable({ from }, cause));
}
function attempt(der, refusal) {
    try {
        return toRoot((0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCertificate */ .hB)(der));
    }
    catch (cause) {
        throw refusal(cause);
    }
}
function toRoot(certificate) {
    return {
        pem: certificate.toString(),
        der: certificate.raw,
        subject: (0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(certificate.subject),
        issuer: (0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(certificate.issuer),
        serial: certificate.serialNumber,
        notAfter: certificate.validToDate,
        fingerprints: {
            md5: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("md5", certificate.raw)
                .toUpperCase()
                .replace(/..(?=.)/g, "$&:"),
            sha1: certificate.fingerprint,
            sha256: certificate.fingerprint256,
        },
        selfSigned: (0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .isIssuedBy */ .rh)(certificate, certificate),
    };
}


/***/ }),

/***/ 9160:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(613);
/* harmony import */ var _host_github_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3394);
/* harmony import */ var _login_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7805);



await (0,_login_js__WEBPACK_IMPORTED_MODULE_2__/* .runLogin */ .J)((0,_host_github_js__WEBPACK_IMPORTED_MODULE_1__/* .githubHost */ .S)());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ runLogin)
});

// EXTERNAL MODULE: ./build/errors/failure.js
var errors_failure = __nccwpck_require__(728);
// EXTERNAL MODULE: ./build/errors/internal.js
var internal = __nccwpck_require__(2997);
// EXTERNAL MODULE: ./build/host/streams.js
var streams = __nccwpck_require__(9538);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(1692);
// EXTERNAL MODULE: ./build/inputs/credential.js + 1 modules
var inputs_credential = __nccwpck_require__(2853);
// EXTERNAL MODULE: ./build/errors/inputs.js
var inputs = __nccwpck_require__(1473);
// EXTERNAL MODULE: ./build/stamp/profiles.js
var profiles = __nccwpck_require__(4320);
// EXTERNAL MODULE: ./build/errors/shown.js
var shown = __nccwpck_require__(3071);
;// CONCATENATED MODULE: ./build/inputs/creds-json.js

const SECRET_FIELD = /^(?!key-?vault).*(?:secret|password|passwd|key|token|certificate|assertion)/i;
const SHORT = 15;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^\.?(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const ADDRESS = /^https:\/\/([^./:@?#][^/:@?#]*)(?::\d{1,5})?\/?$/i;
function parseObject(text) {
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/, ""));
        return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}
function secretsIn(creds) {
    const object = parseObject(creds);
    if (object === undefined)
        return { sure: [creds], doubtful: [] };
    const values = valuesIn(object).filter(({ value }) => value !== "");
    const isNamed = ({ field }) => SECRET_FIELD.test(field);
    const isPublic = ({ value }) => GUID.test(value) || DOMAIN.test(ADDRESS.exec(value)?.[1] ?? value);
    const isOdd = (one) => one.value.length > SHORT && !isPublic(one) && !(0,shown/* isPlain */.$i)(one.value);
    return {
        sure: values.filter(isNamed).map(({ value }) => value),
        doubtful: values.filter((one) => !isNamed(one) && isOdd(one)).map(({ value }) => value),
    };
}
function valuesIn(value, field = "") {
    if (typeof value === "object" && value !== null) {
        const inList = Array.isArray(value);
        return Object.entries(value).flatMap(([name, inner]) => valuesIn(inner, inList ? field : name));
    }
    return typeof value === "string" ? [{ field, value }] : [];
}

;// CONCATENATED MODULE: ./build/inputs/secret-inputs.js

const SECRETS = ["client-secret", "client-certificate-password", "password", "creds"];
function secretsOf(name, text) {
    return name === "creds" ? secretsIn(text) : { sure: [text], doubtful: [] };
}
function readSecret(text) {
    return text.trim() === "" ? "" : text.replace(/[\r\n]+$/, "");
}
async function hideSecretInputs(host) {
    for (const name of SECRETS) {
        const given = readSecret(await host.input(name, { verbatim: true }).catch(() => ""));
        if (given !== "")
            for (const secret of secretsOf(name, given).sure)
                host.mask(secret, "known");
    }
}

;// CONCATENATED MODULE: ./build/inputs/creds.js



const creds_GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ANYTHING = /^/;
const FIELDS = [
    { names: ["resourceManagerEndpointUrl"], input: "endpoint", form: /^(https?:\/\/)?[a-z0-9.:/-]+$/i },
    { names: ["tenantId", "tenant"], input: "tenant-id", form: /^[a-z0-9]+([.-][a-z0-9]+)*$/i },
    { names: ["clientId", "appId"], input: "client-id", form: creds_GUID },
    { names: ["clientSecret", "password"], input: "client-secret", form: ANYTHING },
    { names: ["subscriptionId"], input: "subscription-id", form: creds_GUID },
];
function withCreds(raw, problems, offersIdTokens) {
    if (raw.creds === "")
        return raw;
    const creds = parseObject(raw.creds);
    if (creds === undefined) {
        problems.add(inputs/* inputFailures */.M.credsUnreadable({}));
        problems.forgive(inputs/* inputFailures */.M.endpointMissing.code, inputs/* inputFailures */.M.noCredential.code);
        return raw;
    }
    const filled = {};
    const malformed = [];
    for (const { names, input, form } of FIELDS) {
        const field = names.find((name) => (creds[name] ?? "") !== "");
        if (raw[input] !== "" || field === undefined)
            continue;
        const value = creds[field];
        const text = typeof value === "string" && (input === "client-secret" ? readSecret(value) : value.trim());
        if (text === false || !form.test(text)) {
            problems.add(inputs/* inputFailures */.M.credsField({ field }));
            malformed.push(input);
        }
        else
            filled[input] = text;
    }
    const whole = { ...raw, ...filled };
    const missing = needed(whole, offersIdTokens).filter(({ input }) => whole[input] === "" && !malformed.includes(input));
    if (missing.length > 0)
        problems.add(incomplete(creds, missing));
    if (missing.length > 0)
        problems.forgive(...MISSING);
    return whole;
}
const { endpointMissing, missing: inputMissing, noCredential } = inputs/* inputFailures */.M;
const MISSING = [endpointMissing.code, inputMissing.code, noCredential.code];
const OTHER_CREDENTIALS = ["client-certificate", "username", "password"];
function needed(raw, offersIdTokens) {
    const authType = raw["auth-type"].toLowerCase();
    const bySecret = ["auto", "service_principal", "secret"].includes(authType);
    const other = OTHER_CREDENTIALS.some((input) => raw[input] !== "");
    const wanted = ["endpoint"];
    if (bySecret && !other)
        wanted.push("client-id");
    if (bySecret && !other && (authType === "secret" || !offersIdTokens))
        wanted.push("client-secret");
    return FIELDS.filter(({ input }) => wanted.includes(input));
}
function incomplete(creds, missing) {
    const isThere = (name) => (creds[name] ?? "") !== "";
    const present = FIELDS.flatMap(({ names }) => names.filter(isThere));
    const azStyle = ["appId", "tenant", "password"].some(isThere) && !["clientId", "clientSecret"].some(isThere);
    return inputs/* inputFailures */.M.credsIncomplete({
        present: present.join(", ") || "none of the fields that azs-login reads",
        missing: missing.map(({ names }) => (azStyle && names[1]) || names[0]).join(", "),
        inputs: missing.map(({ input }) => input).join(", "),
    });
}

;// CONCATENATED MODULE: ./build/inputs/endpoint.js

function readEndpoint(text) {
    if (text === "")
        throw inputs/* inputFailures */.M.endpointMissing({});
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    if (url !== null)
        url.hostname = url.hostname.replace(/\.$/, "");
    if (url === null || url.hostname.split(".").length < 3)
        throw inputs/* inputFailures */.M.endpointInvalid({ value: withoutSecrets(text) });
    const suggestion = `https://${suggestedHost(url.host)}`;
    if (url.username !== "" || url.password !== "")
        throw inputs/* inputFailures */.M.endpointUserInfo({ suggestion });
    if (url.protocol !== "https:")
        throw inputs/* inputFailures */.M.endpointInsecure({ value: `${url.protocol}//${url.host}`, suggestion });
    if (suggestedHost(url.host) !== url.host)
        throw inputs/* inputFailures */.M.endpointPortal({ host: url.host, suggestion });
    const part = unexpectedPart(url);
    if (part !== undefined)
        throw inputs/* inputFailures */.M.endpointParts({ part, suggestion });
    return { url: url.origin, hostname: url.hostname };
}
function suggestedHost(host) {
    return host.replace(/^(admin)?portal\./, "$1management.");
}
function unexpectedPart(url) {
    if (url.search !== "")
        return "query";
    if (url.hash !== "")
        return "fragment";
    return /^\/*$/.test(url.pathname) ? undefined : "path";
}
function withoutSecrets(text) {
    return text.slice(text.lastIndexOf("@") + 1).replace(/[?#].*/s, "");
}

// EXTERNAL MODULE: ./build/inputs/file-or-content.js
var file_or_content = __nccwpck_require__(5308);
;// CONCATENATED MODULE: ./build/inputs/problems.js


const MOST_LISTED = 30;
class Problems {
    #found = [];
    #forgiven = new Set();
    add(failure) {
        if (!this.#forgiven.has(failure.code))
            this.#found.push(failure);
        return undefined;
    }
    forgive(...codes) {
        for (const code of codes)
            this.#forgiven.add(code);
    }
    async collect(read) {
        try {
            return await read();
        }
        catch (error) {
            if (error instanceof errors_failure/* Failure */.H)
                return this.add(error);
            throw error;
        }
    }
    raise() {
        const [first, ...more] = this.#found;
        if (first === undefined)
            return;
        if (more.length === 0)
            throw first;
        const listed = this.#found
            .slice(0, MOST_LISTED)
            .map(({ code, problem, fix }) => `- ${code}: ${problem} Fix: ${fix}`);
        const left = this.#found.length - listed.length;
        if (left > 0)
            listed.push(`- and ${left} more`);
        throw inputs/* inputFailures */.M.several({ count: String(this.#found.length), list: listed.join("\n") });
    }
}

// EXTERNAL MODULE: ./build/certificates/roots.js
var certificates_roots = __nccwpck_require__(6708);
// EXTERNAL MODULE: ./build/inputs/content.js
var inputs_content = __nccwpck_require__(3845);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/inputs/doubtful.js



const doubtful_SHORT = 15;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const doubtful_GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FORMS = {
    "client-id": [doubtful_GUID],
    "tenant-id": [doubtful_GUID, HOST, /\s/, /^https:\/\//],
    username: [/[@\\]/],
};
const PATHS = ["az-path", "az-wheels", "sample-config"];
function doubtfulPart(input, value) {
    if (value.length > doubtful_SHORT && FORMS[input]?.every((form) => !form.test(value)))
        return value;
    const url = URL.parse(value.includes("://") ? value : `https://${value}`);
    const rest = url !== null && HOST.test(url.hostname) ? url.pathname + url.search + url.hash : value;
    const fine = rest.length <= doubtful_SHORT ||
        (0,shown/* isPlain */.$i)(rest) ||
        (input === "ca-fingerprint" && (0,shown/* isFingerprint */.Zv)(rest)) ||
        (PATHS.includes(input) && isPlace(value));
    return fine ? "" : rest;
}
function isPlace(value) {
    return (0,external_node_fs_.existsSync)(value) || ((0,shown/* isPlain */.$i)(external_node_path_.basename(value)) && (0,external_node_fs_.existsSync)(external_node_path_.dirname(value)));
}

;// CONCATENATED MODULE: ./build/inputs/input-names.js
const INPUT_DEFAULTS = {
    endpoint: "",
    "tenant-id": "",
    "client-id": "",
    "client-secret": "",
    "client-certificate": "",
    "client-certificate-password": "",
    username: "",
    password: "",
    "auth-type": "auto",
    audience: "api://AzureADTokenExchange",
    creds: "",
    "subscription-id": "",
    "allow-no-subscriptions": "false",
    profile: "auto",
    "ca-certificate": "",
    "ca-fingerprint": "",
    "trust-stores": "auto",
    "cloud-name": "",
    "vm-image-alias-doc": "",
    "az-version": "auto",
    "az-path": "",
    "az-wheels": "",
    "register-providers": "",
    "export-credentials": "false",
    "trusted-authorities": "",
    "sample-config": "",
    isolate: "true",
    cleanup: "true",
};
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS);

;// CONCATENATED MODULE: ./build/inputs/raw.js







const CERTIFICATES = ["client-certificate", "ca-certificate"];
const { endpointMissing: raw_endpointMissing, missing, noCredential: raw_noCredential } = inputs/* inputFailures */.M;
const raw_MISSING = [raw_endpointMissing.code, missing.code, raw_noCredential.code];
async function readRaw(host, problems) {
    const raw = { ...INPUT_DEFAULTS };
    for (const name of INPUT_NAMES) {
        const verbatim = SECRETS.includes(name);
        const given = await problems.collect(() => host.input(name, { verbatim }));
        if (given === undefined)
            problems.forgive(...raw_MISSING);
        const text = verbatim ? readSecret(given ?? "") : (given ?? "");
        if (text === "")
            continue;
        raw[name] = text;
        await hide(name, text, host.mask);
    }
    return raw;
}
async function hide(name, text, mask) {
    if (SECRETS.includes(name)) {
        const { sure, doubtful } = secretsOf(name, text);
        for (const secret of sure)
            mask(secret);
        for (const secret of doubtful)
            mask(secret, "doubtful");
    }
    else if (CERTIFICATES.includes(name) && (0,inputs_content/* urlIn */.Ht)(text) === undefined)
        await hideCertificate(name, text, mask);
    else {
        hideUserInfo(text, mask);
        const doubtful = doubtfulPart(name, text);
        if (doubtful !== "")
            mask(doubtful, "doubtful");
    }
}
async function hideCertificate(name, text, mask) {
    const content = (0,inputs_content/* contentIn */.fd)(text);
    if (content === undefined && (await (0,file_or_content/* isListOfPaths */.aq)(text)))
        return;
    if (name === "ca-certificate" && content !== undefined && (await isPublic(content)))
        return;
    for (const secret of new Set([text, content ?? text].map(withoutDump)))
        mask(secret);
}
function withoutDump(text) {
    if (!text.includes("-----BEGIN "))
        return text;
    let isInBlock = false;
    const kept = text.split("\n").filter((line) => {
        const wasInBlock = isInBlock;
        isInBlock = (isInBlock || line.includes("-----BEGIN ")) && !line.includes("-----END ");
        return wasInBlock || isInBlock || /[\w+/=-]{20}/.test(line) || line.includes("-----");
    });
    return kept.join("\n");
}
async function isPublic(content) {
    return (0,certificates_roots/* readGivenRoots */.Ds)(content, "").then((roots) => roots.length > 0, () => false);
}
function hideUserInfo(text, mask) {
    const userInfo = /^\w+:\/\/(.*)@/s.exec(text)?.[1] ?? "";
    const password = userInfo.slice(userInfo.indexOf(":") + 1);
    const parts = new Set([userInfo, password, decoded(userInfo), decoded(password)]);
    for (const part of parts)
        if (part !== "")
            mask(part);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./build/certificates/pinned.js
var certificates_pinned = __nccwpck_require__(1243);
// EXTERNAL MODULE: ./build/errors/certificates.js
var certificates = __nccwpck_require__(4008);
;// CONCATENATED MODULE: ./build/inputs/fingerprint.js

function readFingerprint(value) {
    if (value === "")
        return undefined;
    const digits = value.replaceAll(/[:\s\u200e]/g, "").toUpperCase();
    if (/^[0-9A-F]{40}$/.test(digits))
        throw inputs/* inputFailures */.M.fingerprintSha1({ value });
    if (!/^[0-9A-F]{64}$/.test(digits))
        throw inputs/* inputFailures */.M.fingerprintMalformed({ value });
    return digits.replaceAll(/..(?=.)/g, "$&:");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./build/certificates/material.js
var material = __nccwpck_require__(796);
;// CONCATENATED MODULE: ./build/certificates/agent-roots.js




function readAgentRoots(content, from, now) {
    const { blocks } = (0,material/* decodeMaterial */.ev)(content, from);
    const texts = blocks.filter(material/* isCertificateBlock */.Lv).map(({ pem }) => pem);
    const all = texts.length === 0 ? [] : (0,certificates_roots/* readRoots */.Mi)(texts.join(""), from);
    const keys = blocks.filter(material/* isKeyBlock */.fx).flatMap(readKey);
    const authorities = all.filter(({ der }) => isAuthority(new external_node_crypto_.X509Certificate(der), keys));
    if (authorities.length === 0)
        throw certificates/* certificateFailures */.z.agentWithoutCa({ from, count: String(all.length) });
    const given = authorities.map((root) => ({ root, from }));
    const { roots, warnings, refused } = (0,certificates_roots/* judgeRoots */.N8)(given, now);
    if (refused[0] !== undefined)
        throw refused[0];
    return { roots, warnings };
}
function isAuthority(certificate, keys) {
    return certificate.ca && !keys.some((key) => certificate.checkPrivateKey(key));
}
function readKey({ pem }) {
    try {
        return [(0,external_node_crypto_.createPrivateKey)(pem)];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/io/files.js
var files = __nccwpck_require__(198);
// EXTERNAL MODULE: ./build/io/system-places.js
var system_places = __nccwpck_require__(277);
;// CONCATENATED MODULE: ./build/inputs/waagent.js





const MOST_BYTES = 5_000_000;
async function readAgentFile(file, input, now, processes) {
    if ((0,system_places/* systemPlaces */.a)(file).length === 0)
        throw certificates/* certificateFailures */.z.agentFileMissing({ path: file });
    const content = await (0,files/* readBounded */.CB)(file, MOST_BYTES).catch((error) => {
        if (error instanceof errors_failure/* Failure */.H)
            throw error;
        if (error.code === "ENOENT")
            throw certificates/* certificateFailures */.z.agentFileMissing({ path: file }, error);
        return readAsRoot(file, error, processes);
    });
    return readAgentRoots(content, `${input} (${file})`, now);
}
async function readAsRoot(file, refusal, processes) {
    const { exitCode, stdout, stderr } = await processes.run("sudo", ["-n", "cat", file], { mostOutput: MOST_BYTES });
    if (exitCode === 0)
        return stdout;
    const said = stderr.trim().replaceAll(/\s+/g, " ");
    const reason = [refusal.code, said].filter(Boolean).join("; ");
    throw certificates/* certificateFailures */.z.agentFileUnreadable({ path: file, reason }, refusal);
}

;// CONCATENATED MODULE: ./build/inputs/root-inputs.js






const INPUT = "ca-certificate";
const AGENT = "waagent";
const AGENT_FILE = "/var/lib/waagent/Certificates.pem";
const NONE = { roots: [], warnings: [] };
async function readRootInputs(raw, problems, now, processes, agentFile = AGENT_FILE) {
    const caFingerprint = await problems.collect(() => readFingerprint(raw["ca-fingerprint"]));
    const words = (0,file_or_content/* splitList */.ry)(raw[INPUT]);
    const others = words.filter((word) => word !== AGENT);
    const asksAgent = others.length < words.length;
    const given = await readGiven(asksAgent ? others.join("\n") : raw[INPUT], problems);
    const agent = asksAgent ? await problems.collect(() => readAgentFile(agentFile, INPUT, now, processes)) : NONE;
    if (given === undefined || agent === undefined)
        return { ...NONE, caFingerprint };
    const all = given.map(({ root }) => root).concat(agent.roots);
    const unique = [...new Map(all.map((root) => [root.fingerprints.sha256, root])).values()];
    const pinned = caFingerprint === undefined || raw[INPUT] === ""
        ? { kept: unique, dropped: [] }
        : await problems.collect(() => (0,certificates_pinned/* pinnedRoots */.Q)(unique, caFingerprint, INPUT));
    if (pinned === undefined)
        return { ...NONE, caFingerprint };
    const judged = judge(given.filter(({ root }) => pinned.kept.includes(root)), problems, now);
    const roots = pinned.kept.filter((root) => judged.roots.includes(root) || agent.roots.includes(root));
    const left = pinned.dropped.map(({ subject }) => `"${subject}" in ${INPUT} is not trusted: ca-fingerprint is that of another certificate.`);
    return { roots, caFingerprint, warnings: few([...judged.warnings, ...agent.warnings, ...left]) };
}
const MOST_WARNINGS = 5;
function few(warnings) {
    const more = warnings.length - MOST_WARNINGS;
    if (more <= 1)
        return warnings;
    return [...warnings.slice(0, MOST_WARNINGS), `${INPUT}: ${more} more warnings of this kind.`];
}
async function readGiven(value, problems) {
    if (value === "")
        return [];
    return problems.collect(async () => {
        const materials = await (0,file_or_content/* readFilesOrContent */.q9)(value, INPUT);
        const read = await Promise.all(materials.map(async ({ content, from }) => (await (0,certificates_roots/* readGivenRoots */.Ds)(content, from)).map((root) => ({ root, from }))));
        return [...new Map(read.flat().map((one) => [one.root.fingerprints.sha256, one])).values()];
    });
}
const MOST_REFUSED = 5;
function judge(given, problems, now) {
    const { roots, warnings, refused } = (0,certificates_roots/* judgeRoots */.N8)(given, now);
    for (const failure of refused.slice(0, MOST_REFUSED))
        problems.add(failure);
    const more = refused.length - MOST_REFUSED;
    if (more > 0)
        problems.add(certificates/* certificateFailures */.z.caMoreRefused({ input: INPUT, count: String(more) }));
    return { roots, warnings };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./build/inputs/sample-config-path.js




const WRITABLE = ["secret", "certificate"];
async function readSampleConfigPath(value, kind, problems) {
    if (value === "")
        return undefined;
    if (kind !== undefined && !WRITABLE.includes(kind)) {
        problems.add(inputs/* inputFailures */.M.sampleCredential({ credential: `a credential of the kind ${kind}` }));
    }
    const file = external_node_path_.resolve(value);
    const reason = /[\r\n]/.test(value) ? "it has a line break" : await obstacle(file);
    return reason === undefined ? file : problems.add(inputs/* inputFailures */.M.samplePath({ path: file, reason }));
}
async function obstacle(file) {
    const folder = external_node_path_.dirname(file);
    const resolved = await (0,promises_.realpath)(folder).catch((error) => error);
    if (typeof resolved !== "string")
        return `the folder ${folder} cannot be entered (${resolved.code})`;
    if (!(await (0,promises_.stat)(folder)).isDirectory())
        return `${folder} is no folder`;
    if (resolved !== (await expected(folder)))
        return `a symbolic link in the workspace leads to ${resolved}`;
    const status = await (0,promises_.lstat)(file).catch(() => undefined);
    if (status?.isDirectory())
        return "it is a folder";
    if (status !== undefined && !status.isFile())
        return "it is a symbolic link or no plain file";
    const writable = await (0,promises_.access)(folder, external_node_fs_.constants.W_OK).then(() => true, () => false);
    return writable ? undefined : `the folder ${folder} may not be written`;
}
async function expected(folder) {
    const below = external_node_path_.relative(".", folder);
    if (below.split(external_node_path_.sep)[0] === ".." || external_node_path_.isAbsolute(below))
        return (0,promises_.realpath)(folder);
    return external_node_path_.join(await (0,promises_.realpath)("."), below);
}

;// CONCATENATED MODULE: ./build/inputs/wheels.js



async function readWheels(value) {
    if (value === "")
        return undefined;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
        const url = URL.parse(value);
        if (url !== null && isSafe(url))
            return { index: value };
        const shown = value.replace(/\/\/.*@/s, "//***@");
        throw inputs/* inputFailures */.M.malformed({
            input: "az-wheels",
            value: shown,
            form: "a folder, or the https URL of a package index",
        });
    }
    const folder = external_node_path_.resolve(value);
    const names = await (0,promises_.readdir)(folder).catch((error) => {
        throw inputs/* inputFailures */.M.noWheels({ folder, reason: error.code ?? error.message }, error);
    });
    if (!names.some((name) => name.endsWith(".whl")))
        throw inputs/* inputFailures */.M.noWheels({ folder, reason: "no .whl file is in it" });
    return { folder };
}
function isSafe({ protocol, hostname }) {
    return protocol === "https:" || (protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

;// CONCATENATED MODULE: ./build/inputs/inputs.js











async function readInputs(host, now, started) {
    const problems = new Problems();
    const raw = withCreds(await readRaw(host, problems), problems, host.offersIdTokens);
    const check = checks(raw, problems);
    const endpoint = await problems.collect(() => readEndpoint(raw.endpoint));
    const credential = await (0,inputs_credential/* readCredential */.Yz)(raw, host, problems, now);
    const roots = await readRootInputs(raw, problems, now, started);
    const rest = {
        tenantId: check.matching("tenant-id", /^(?!(?:common|organizations|consumers)$)[a-z0-9]+([.-][a-z0-9]+)*$/i, "a tenant's GUID or domain"),
        subscription: raw["subscription-id"] || undefined,
        allowNoSubscriptions: check.boolean("allow-no-subscriptions"),
        profile: readProfile(raw, problems),
        trustStores: readStores(raw, problems),
        cloudName: check.matching("cloud-name", /^(?!Azure(?:Cloud|ChinaCloud|USGovernment|GermanCloud)$)[A-Za-z0-9][\w.-]*$/, "a name of letters, digits, dots, dashes and underscores that none of az's own clouds has (AzureCloud, AzureChinaCloud, AzureUSGovernment, AzureGermanCloud), such as AzureStackUser") ?? defaultCloudName(endpoint),
        vmImageAliasDoc: check.matching("vm-image-alias-doc", /^https:\/\/\S+$/, "an https URL"),
        azPath: raw["az-path"] || undefined,
        azVersion: readAzVersion(raw, problems),
        wheels: await problems.collect(() => readWheels(raw["az-wheels"])),
        registerProviders: check.namespaces("register-providers"),
        exportCredentials: check.boolean("export-credentials"),
        trustedAuthorities: check.hosts("trusted-authorities"),
        sampleConfig: await readSampleConfigPath(raw["sample-config"], credential?.kind, problems),
        isolate: check.boolean("isolate"),
    };
    check.boolean("cleanup");
    problems.raise();
    return { ...rest, ...roots, endpoint, credential };
}
function defaultCloudName(endpoint) {
    return endpoint?.hostname.startsWith("adminmanagement.") ? "AzureStackAdmin" : "AzureStackUser";
}
function checks(raw, problems) {
    return {
        boolean(input) {
            const value = raw[input];
            if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value))
                problems.add(inputs/* inputFailures */.M.notBoolean({ input, value }));
            return value.toLowerCase() === "true";
        },
        matching(input, pattern, form) {
            const value = raw[input];
            if (value === "" || pattern.test(value))
                return value || undefined;
            return problems.add(inputs/* inputFailures */.M.malformed({ input, value, form }));
        },
        hosts(input) {
            return (0,file_or_content/* splitList */.ry)(raw[input]).flatMap((value) => {
                const url = URL.parse(value.includes("://") ? value : `https://${value}`);
                if (url?.protocol === "https:" && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname))
                    return [url.host];
                problems.add(inputs/* inputFailures */.M.malformed({ input, value, form: "a list of host names" }));
                return [];
            });
        },
        namespaces(input) {
            const found = [...new Map((0,file_or_content/* splitList */.ry)(raw[input]).map((value) => [value.toLowerCase(), value])).values()];
            const form = "a list of namespaces, such as Microsoft.KeyVault";
            for (const value of found.filter((one) => !/^[a-z0-9]+(\.[a-z0-9]+)+$/i.test(one)))
                problems.add(inputs/* inputFailures */.M.malformed({ input, value, form }));
            return found;
        },
    };
}
function readProfile(raw, problems) {
    const value = raw.profile;
    if (value.toLowerCase() === "auto")
        return "auto";
    return ((0,profiles/* parseProfile */.jZ)(value) ?? problems.add(inputs/* inputFailures */.M.profileUnknown({ value, allowed: profiles/* PROFILE_NAMES */.J.join(", ") })));
}
function readAzVersion(raw, problems) {
    const value = raw["az-version"].toLowerCase();
    if (value === "auto" || value === "runner")
        return value;
    if (!/^\d+\.\d+\.\d+$/.test(value)) {
        const allowed = "auto, runner, or a version such as 2.66.2";
        return problems.add(inputs/* inputFailures */.M.unknownValue({ input: "az-version", value: raw["az-version"], allowed }));
    }
    return raw["az-path"] === "" ? value : problems.add(inputs/* inputFailures */.M.azContradicts({ version: value }));
}
const STORES = ["bundle", "az", "system", "python", "java"];
function readStores(raw, problems) {
    const names = (0,file_or_content/* splitList */.ry)(raw["trust-stores"].toLowerCase());
    if (names.length === 1 && names[0] === "auto")
        return "auto";
    if (names.length === 1 && names[0] === "none")
        return [];
    if (names.some((name) => name === "auto" || name === "none")) {
        return problems.add(inputs/* inputFailures */.M.storesContradict({ value: raw["trust-stores"] }));
    }
    for (const value of names) {
        if (!STORES.some((store) => store === value)) {
            const allowed = ["auto", "none", ...STORES].join(", ");
            problems.add(inputs/* inputFailures */.M.unknownValue({ input: "trust-stores", value, allowed }));
        }
    }
    return STORES.filter((store) => names.includes(store));
}

;// CONCATENATED MODULE: ./build/io/deadline.js
function startDeadline(milliseconds) {
    const controller = new AbortController();
    let left = milliseconds;
    let aside = 0;
    let since = 0;
    let timer;
    const run = () => {
        since = performance.now();
        timer = setTimeout(() => controller.abort(), left).unref();
    };
    const pause = () => {
        clearTimeout(timer);
        left = Math.max(0, left - (performance.now() - since));
    };
    run();
    return {
        signal: controller.signal,
        async aside(work) {
            if (aside === 0)
                pause();
            aside += 1;
            try {
                return await work();
            }
            finally {
                aside -= 1;
                if (aside === 0)
                    run();
            }
        },
    };
}

// EXTERNAL MODULE: ./build/io/processes.js + 13 modules
var processes = __nccwpck_require__(26);
// EXTERNAL MODULE: ./build/errors/file-codes.js
var file_codes = __nccwpck_require__(5205);
// EXTERNAL MODULE: ./build/errors/files.js
var errors_files = __nccwpck_require__(7957);
;// CONCATENATED MODULE: ./build/io/runner-files.js



function ofRunner(error, { ci, temporaryFolder: folder }) {
    if (error instanceof errors_failure/* Failure */.H || !(error instanceof Error))
        return error;
    const { code = "", path } = error;
    const reason = file_codes/* DISK_REASONS */.I[code] ?? (path?.startsWith(folder) ? file_codes/* PATH_REASONS */.C[code] : undefined);
    return reason === undefined ? error : errors_files/* fileFailures */.q.runnerUnwritable({ file: path ?? folder, reason, ci }, error);
}

// EXTERNAL MODULE: ./build/journal/kind.js
var kind = __nccwpck_require__(7872);
;// CONCATENATED MODULE: ./build/job/stages.js
function stages(host) {
    return async (name, work, describe) => {
        const start = performance.now();
        const result = await work();
        const said = describe === undefined ? "" : ` ${describe(result)}`;
        host.info(`${name}:${said} (${Math.round(performance.now() - start)} ms)`);
        return result;
    };
}

;// CONCATENATED MODULE: ./build/job/login.js









const WAITING_MS = 100_000;
async function login(host, now = new Date()) {
    host.group("azs-login");
    const stage = stages(host);
    const deadline = startDeadline(WAITING_MS);
    try {
        requireNode();
        const given = await stage("inputs", () => readInputs(host, now, (0,processes/* processes */.u)(host.environment, kind/* UNRECORDED */.ce)), ({ endpoint, credential }) => `${credential.kind} of ${(0,inputs_credential/* bearerOf */.DH)(credential)} for ${endpoint.url}`);
        const { logInWith } = await Promise.all(/* import() */[__nccwpck_require__.e(33), __nccwpck_require__.e(199), __nccwpck_require__.e(525), __nccwpck_require__.e(53)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8053));
        const report = await logInWith(given, host, stage, deadline, now);
        host.endGroup();
        await report();
    }
    catch (error) {
        host.endGroup();
        throw ofRunner(error, host);
    }
}
function requireNode() {
    if (typeof external_node_tls_.setDefaultCACertificates !== "function")
        throw internal/* internalFailures */.T.runnerTooOld({ node: process.versions.node });
}

;// CONCATENATED MODULE: ./build/entry/login.js




const DEEPEST = 10;
async function runLogin(host) {
    (0,streams/* hearOthers */.az)(host.debug);
    process.on("uncaughtException", (error) => {
        report(error, host);
        if (error.syscall === "write")
            process.exitCode = 1;
        process.exit();
    });
    try {
        await login(host);
    }
    catch (error) {
        report(error, host);
    }
}
function report(error, host) {
    const message = error instanceof Error ? error.message : String(error);
    const failure = error instanceof errors_failure/* Failure */.H ? error : internal/* internalFailures */.T.unexpected({ message }, error);
    let cause = failure;
    for (let depth = 0; cause instanceof Error && depth < DEEPEST; depth++, cause = cause.cause)
        host.debug(cause.stack ?? cause.message);
    host.fail(failure.code, failure.message);
}


/***/ }),

/***/ 4008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ certificateFailures)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(728);

const exportWithKey = 'export the certificate with its private key: in the Windows certificate manager choose "Yes, export the private ' +
    'key"; with OpenSSL: `openssl pkcs12 -export -inkey key.pem -in certificate.pem -out client.pfx`; as PEM, the key ' +
    "followed by the certificate.";
const convertLegacy = "convert it with OpenSSL 3, and pass what it writes: a PFX with `openssl pkcs12 -legacy -in client.pfx -out " +
    "client.pem`, a PEM key with `openssl pkcs8 -topk8 -provider legacy -provider default -in key.pem -out new.pem`.";
const certificateFailures = {
    caUnreadable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS301", "CA certificate cannot be read", ({ from }) => ({
        problem: `${from} contains no certificate that can be read.`,
        fix: "pass the stamp's root as a path to a file (PEM, DER, or PKCS #7 such as .p7b), as PEM text, or as base64 of one of " +
            "them; `openssl x509 -in root.pem -noout -subject` shows whether a file contains a certificate.",
    })),
    caDamaged: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS302", "CA certificate is damaged", (names) => ({
        problem: `certificate ${names.position} in ${names.from} is damaged: it cannot be decoded.`,
        fix: "copy it again as a whole, its BEGIN and END lines included; `openssl x509 -in root.pem -noout -text` checks it.",
    })),
    caPrivateKey: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS303", "CA input contains a private key", ({ from }) => ({
        problem: `${from} contains a private key; to trust a root, only its certificate is needed.`,
        fix: "pass the certificate only (`openssl x509 -in root-with-key.pem -out root.pem`; from a PFX: `openssl pkcs12 -in " +
            "root.pfx -nokeys -out root.pem`), remove the key from the place this input comes from, and treat it as disclosed.",
    })),
    caNotAuthority: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS304", "Certificate is no CA", (names) => ({
        problem: `${names.from} contains "${names.subject}", which is no CA certificate.`,
        fix: "pass the root of the chain that the stamp presents, without the server certificates below it; this one was " +
            `issued by "${names.issuer}".`,
    })),
    caExpired: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS305", "CA certificate has expired", ({ from, subject, notAfter }) => ({
        problem: `the CA certificate "${subject}" in ${from} expired on ${notAfter}.`,
        fix: "ask the operator of the stamp for its current root, and pass that one.",
    })),
    caNotYetValid: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS306", "CA certificate is not valid yet", (names) => ({
        problem: `the CA certificate "${names.subject}" in ${names.from} is valid from ${names.notBefore} only.`,
        fix: `set the runner's clock (it reads ${names.now}) if it is wrong; otherwise pass the root the stamp uses today.`,
    })),
    pinNotGiven: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS307", "No CA certificate has the fingerprint", (names) => ({
        problem: `ca-fingerprint is ${names.fingerprint}, but ${names.from} contains ${names.found}.`,
        fix: "ask the operator of the stamp which root is its own; pass that one as ca-certificate, and what `openssl x509 -in " +
            "root.pem -noout -fingerprint -sha256` prints for it as ca-fingerprint.",
    })),
    pinNotOfRoot: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS308", "Fingerprint is not that of a root", (names) => ({
        problem: `ca-fingerprint ${names.fingerprint} is that of "${names.subject}" in ${names.from}, which is not a root CA. The ` +
            `root is ${names.root}.`,
        fix: "set ca-fingerprint to the fingerprint of the root, as the operator of the stamp states it.",
    })),
    rootNotPresented: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS309", "Root is not presented", (names) => ({
        problem: `${names.from} lacks its root, "${names.missing}" (many servers do not send it), so it cannot be compared ` +
            `with ca-fingerprint ${names.fingerprint}.`,
        fix: "pass the root itself as ca-certificate (a path, PEM text, base64 or waagent); you can keep ca-fingerprint.",
    })),
    clientUnreadable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS310", "Client certificate cannot be read", ({ from }) => ({
        problem: `${from} contains neither PEM blocks nor a PFX.`,
        fix: "pass a path to a PEM or PFX file, PEM text, or base64 of PEM or PFX (`base64 -w0 client.pfx`); a secret of " +
            "several lines must keep its line breaks.",
    })),
    clientDamaged: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS311", "Client certificate is damaged", (names) => ({
        problem: `${names.part} in ${names.from} cannot be decoded.`,
        fix: "copy it again as a whole, and test the file: `openssl pkey -in client.pem -noout`, `openssl x509 -in client.pem " +
            "-noout`, `openssl pkcs12 -in client.pfx -noout`.",
    })),
    clientWithoutKey: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS312", "Client certificate without private key", ({ from }) => ({
        problem: `${from} contains a certificate but no private key.`,
        fix: exportWithKey,
    })),
    clientWithoutCertificate: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS313", "Private key without client certificate", ({ from }) => ({
        problem: `${from} contains a private key but no certificate.`,
        fix: "add the certificate that is registered with the application: `cat key.pem certificate.pem > client.pem`.",
    })),
    clientKeyMismatch: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS314", "Private key does not match the certificate", (names) => ({
        problem: `the private key in ${names.from} belongs to none of the certificates there (${names.subject}).`,
        fix: "put the key and the certificate of the same pair together; `openssl pkey -in key.pem -pubout` and `openssl x509 " +
            "-in certificate.pem -pubkey -noout` must print the same.",
    })),
    clientSeveralKeys: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS315", "Several private keys", (names) => ({
        problem: `${names.from} contains ${names.count} private keys, and azs-login cannot tell which one to use.`,
        fix: "keep only the key of the certificate that is registered with the application.",
    })),
    clientPasswordMissing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS316", "Client certificate needs a password", ({ from }) => ({
        problem: `the private key in ${from} is encrypted, and no password was given.`,
        fix: "pass its password as client-certificate-password, from a secret.",
    })),
    clientPasswordWrong: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS317", "Wrong password for the client certificate", ({ from }) => ({
        problem: `client-certificate-password does not open ${from}.`,
        fix: "pass the password that was set when the key was exported, without quotes and without a line break at its end; " +
            "`openssl pkcs12 -in client.pfx -noout` or `openssl pkey -in client.pem -noout` asks for it and checks it.",
    })),
    clientUnsupported: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS318", "Client certificate in an unsupported format", ({ from }) => ({
        problem: `${from} uses an encryption algorithm or a kind of content that is not supported.`,
        fix: convertLegacy,
    })),
    clientNotRsa: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS319", "Key of the client certificate is not RSA", (names) => ({
        problem: `the private key in ${names.from} is ${names.type}; Microsoft Entra ID and AD FS take RSA keys only.`,
        fix: "make a certificate with an RSA key of 2048 bits or more, register it with the application, and pass it: `openssl " +
            "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=azs-login -days 365`.",
    })),
    clientExpired: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS320", "Client certificate has expired", ({ from, subject, notAfter }) => ({
        problem: `the client certificate "${subject}" in ${from} expired on ${notAfter}.`,
        fix: "make a new certificate, register it with the application, and pass it with its private key.",
    })),
    clientNotYetValid: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS321", "Client certificate is not valid yet", (names) => ({
        problem: `the client certificate "${names.subject}" in ${names.from} is valid from ${names.notBefore} only.`,
        fix: `set the runner's clock (it reads ${names.now}) if it is wrong; otherwise pass a certificate that is valid today.`,
    })),
    pinDiffers: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS322", "Presented root has another fingerprint", (names) => ({
        problem: `${names.from} leads to the root ${names.presented}, but ca-fingerprint is ${names.fingerprint}. Nothing was sent.`,
        fix: "check that endpoint is the stamp that the fingerprint is of, and ask its operator whether the root was replaced. If " +
            "neither explains it, a proxy or somebody else on the way answers instead of the stamp: do not copy the fingerprint that is " +
            "presented.",
    })),
    agentFileMissing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS324", "File of the Linux agent not found", ({ path }) => ({
        problem: `ca-certificate is waagent, but there is no ${path}: only Linux VMs inside a stamp have that file.`,
        fix: "run the job on such a VM, or pass the root itself as ca-certificate (a path, PEM text or base64).",
    })),
    agentFileUnreadable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS325", "File of the Linux agent cannot be read", (names) => ({
        problem: `ca-certificate is waagent, but ${names.path} cannot be read: ${names.reason}.`,
        fix: "only root may read it: run the runner as root, let its user run `sudo -n cat " +
            `${names.path}\` without a password, or copy the stamp's root from it to a file and pass that as ca-certificate.`,
    })),
    tooMany: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS350", "Too many certificates", (names) => ({
        problem: `${names.from} contains more than ${names.most} certificates or keys.`,
        fix: "pass only the certificates of the stamp or of the application: the root, and the intermediate CAs below it.",
    })),
    tooManyRounds: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS351", "Key derivation takes too long", (names) => ({
        problem: `decrypting ${names.from} takes ${names.rounds} rounds of key derivation; azs-login does at most ${names.most}.`,
        fix: "export it again with fewer: a PFX with `openssl pkcs12 -export -inkey key.pem -in certificate.pem -out " +
            "client.pfx`, a PEM key with `openssl pkcs8 -topk8 -in key.pem -out new.pem`, whose defaults are accepted.",
    })),
    tooSlow: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS352", "Certificates take too long to compare", (names) => ({
        problem: `the certificates in ${names.from} were not compared with each other within ${names.seconds} seconds.`,
        fix: "keep only the certificates of one chain, without others of the same name.",
    })),
    pfxTooLarge: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS353", "PFX or PKCS #7 file is too large", (names) => ({
        problem: `the PFX or PKCS #7 file in ${names.from} is larger than ${names.most}.`,
        fix: "export only the certificate that you need (for an application, with its key), without the other certificates of the store.",
    })),
    keyTooLong: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS354", "Key of the client certificate is too long", (names) => ({
        problem: `the private key in ${names.from} has ${names.bits} bits; azs-login accepts at most ${names.most}.`,
        fix: "make a certificate with an RSA key of 2048 or 4096 bits, register it with the application, and pass that.",
    })),
    caMoreRefused: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS355", "More CA certificates are refused", ({ input, count }) => ({
        problem: `${input} contains ${count} more certificates that are refused for reasons like these.`,
        fix: "pass the stamp's root alone.",
    })),
    agentWithoutCa: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS326", "No CA in the file of the Linux agent", (names) => ({
        problem: `${names.from} contains no CA certificate of a stamp (certificates in it: ${names.count}).`,
        fix: "pass the root itself as ca-certificate (a path, PEM text or base64); leave ca-certificate out when the stamp has " +
            "certificates of a public CA.",
    })),
};


/***/ }),

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   V: () => (/* binding */ failure)
/* harmony export */ });
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3071);

class Failure extends Error {
    name = "Failure";
    code;
    problem;
    fix;
    constructor(code, text, cause) {
        super(`${code}: ${text.problem}${text.problem.endsWith("\n") ? "" : " "}Fix: ${text.fix}`, cause === undefined ? undefined : { cause });
        this.code = code;
        this.problem = text.problem;
        this.fix = text.fix;
    }
}
const LONGEST_NAME = 1500;
function failure(code, title, text, longest = LONGEST_NAME) {
    const make = (names, cause) => new Failure(code, text(cut(names, longest)), cause);
    return Object.assign(make, { code, title, text });
}
function cut(names, longest) {
    return Object.fromEntries(Object.entries(names).map(([name, value]) => [name, (0,_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(value, longest)]));
}


/***/ }),

/***/ 5205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ PATH_REASONS),
/* harmony export */   I: () => (/* binding */ DISK_REASONS)
/* harmony export */ });
const DISK_REASONS = {
    ENOSPC: "no space, or no inode, is left on the device",
    EDQUOT: "the user's disk quota is used up",
    EROFS: "the file system is read-only",
    EIO: "the device reports an error",
    EMFILE: "too many files are open",
    ENFILE: "too many files are open",
};
const PATH_REASONS = {
    EACCES: "permission is denied",
    EPERM: "permission is denied",
    ENOENT: "there is no such folder",
    ENOTDIR: "a part of the path is no folder",
    ENAMETOOLONG: "the path is too long",
    ELOOP: "its symbolic links lead in a circle",
};


/***/ }),

/***/ 7957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ fileFailures)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(728);
/* harmony import */ var _on_ci_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7022);


const fileFailures = {
    notWritten: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS340", "File cannot be written", ({ file, reason }) => ({
        problem: `sample-config cannot be written to ${file}: ${reason}.`,
        fix: "set sample-config to a path where there is nothing or only a plain file of this job, in a folder that the runner's user may write.",
    })),
    notPlain: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS341", "Not a plain file", ({ file }) => ({
        problem: `${file} is a pipe, a device or a socket, and reading it might never end.`,
        fix: "write its content to a file, and pass the path of that file.",
    })),
    tooLarge: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS342", "File is too large", ({ file, most }) => ({
        problem: `${file} is larger than ${most}. Files with certificates are smaller.`,
        fix: "check that the path is that of the certificate, not of another file such as an archive or an image.",
    })),
    notPrivate: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS345", "File cannot be kept private", ({ place, reason }) => ({
        problem: `access to ${place}, where the job's credentials would be, cannot be restricted to the runner's user: ${reason}.`,
        fix: "set RUNNER_TEMP (the runner's _work folder), and sample-config, to folders on an NTFS volume that the runner's user owns.",
    })),
    commandFile: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS344", "The runner's command files cannot be written", ({ file, reason }) => ({
        problem: `the step cannot write its outputs, variables and state for the runner to ${file}: ${reason}.`,
        fix: "run the container as a user that may write the runner's _temp folder: `options: --user 1001` (the ID of the runner's user) or root; on a runner of your own, give that folder back to the runner's user (chown -R), and check that the disk is not full.",
    })),
    runnerUnwritable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS343", "The runner's disk cannot be written", ({ file, reason, ci }) => ({
        problem: `the runner cannot write ${file}: ${reason}.`,
        fix: `free space (and inodes) on that volume, or make it writable for the job's user; then run the job again. The job's files are in ${(0,_on_ci_js__WEBPACK_IMPORTED_MODULE_1__/* .onCi */ .U)(ci, {
            github: "RUNNER_TEMP",
            pipelines: "Agent.TempDirectory, the folder _temp in the agent's work folder, which a container must not mount read-only (mountReadOnly: work)",
        })}.`,
    })),
};


/***/ }),

/***/ 1473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ inputFailures)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(728);
/* harmony import */ var _on_ci_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7022);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3071);



const LONGEST_LIST = 20_000;
const inputFailures = {
    several: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS100", "Several inputs are wrong", ({ count, list }) => ({
        problem: `${count} inputs are wrong:\n${list}\n`,
        fix: "correct each input as its line says.",
    }), LONGEST_LIST),
    endpointMissing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS101", "No endpoint", (_) => ({
        problem: "the input endpoint is not given.",
        fix: "set endpoint to the stamp's Azure Resource Manager URL, such as https://management.local.azurestack.external.",
    })),
    endpointInvalid: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS102", "Endpoint is not a URL", ({ value }) => ({
        problem: `endpoint "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}" is not the URL of an Azure Resource Manager endpoint.`,
        fix: "pass scheme and host only, such as https://management.local.azurestack.external.",
    })),
    endpointInsecure: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS103", "Endpoint is not https", ({ value, suggestion }) => ({
        problem: `endpoint "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}" would send credentials without TLS.`,
        fix: `set endpoint to ${suggestion}.`,
    })),
    endpointUserInfo: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS104", "Endpoint has user info", ({ suggestion }) => ({
        problem: "endpoint carries a user name or password before the host.",
        fix: `set endpoint to ${suggestion} and pass credentials in their own inputs.`,
    })),
    endpointParts: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS105", "Endpoint has a path, query or fragment", ({ part, suggestion }) => ({
        problem: `endpoint has a ${part}; the endpoint of a stamp has none.`,
        fix: `set endpoint to ${suggestion}.`,
    })),
    endpointPortal: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS106", "Endpoint is a portal", ({ host, suggestion }) => ({
        problem: `endpoint ${host} is the stamp's portal, not its Azure Resource Manager.`,
        fix: `set endpoint to ${suggestion}.`,
    })),
    notBoolean: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS107", "Not a boolean", ({ input, value }) => ({
        problem: `${input} is "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}", which is not a boolean of the YAML 1.2 core schema.`,
        fix: `set ${input} to true or false (also True, TRUE, False, FALSE).`,
    })),
    unknownValue: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS108", "Unknown value", ({ input, value, allowed }) => ({
        problem: `${input} does not know "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}".`,
        fix: `set ${input} to one of: ${allowed}.`,
    })),
    missing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS109", "Input missing", ({ input, because }) => ({
        problem: `${input} is not given, but ${because}.`,
        fix: `set ${input}.`,
    })),
    noCredential: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS110", "No credential", ({ ci }) => ({
        problem: "no credential is given.",
        fix: `set client-secret or client-certificate together with client-id, or username and password${(0,_on_ci_js__WEBPACK_IMPORTED_MODULE_2__/* .onCi */ .U)(ci, {
            github: "; check that the secret exists where the job looks: a missing one arrives as an empty text, and a pull request from a fork gets none. For OIDC, give the job the permission id-token: write",
            pipelines: "; check that the variable exists where the job looks. Or set azureConnection to a service connection with a service principal or with workload identity federation",
        })}.`,
    })),
    severalCredentials: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS111", "Several credentials", ({ given }) => ({
        problem: `several credentials are given: ${given}.`,
        fix: "keep one of them, or set auth-type to secret, certificate or password.",
    })),
    credentialMismatch: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS112", "Credential does not fit auth-type", ({ authType, given }) => ({
        problem: `auth-type is ${authType}, but ${given} is given.`,
        fix: `remove ${given}, or set auth-type to auto.`,
    })),
    malformed: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS113", "Malformed value", ({ input, value, form }) => ({
        problem: `${input} "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}" is not ${form}.`,
        fix: `set ${input} to ${form}.`,
    })),
    profileUnknown: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS114", "Unknown API profile", ({ value, allowed }) => ({
        problem: `profile "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}" is neither an API profile nor an Azure Stack Hub build.`,
        fix: `set profile to auto, one of ${allowed}, or a build such as 2108 or 1.2108.2.65.`,
    })),
    fileMissing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS115", "File not found", ({ input, path, reason }) => ({
        problem: `${input} is read as the path ${path}, but that file cannot be read (${reason}).`,
        fix: `correct the path, or pass the content itself as ${input}. A relative path starts at the workspace: check out the repository before this step.`,
    })),
    unreadableValue: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS128", "Neither a path nor a certificate", ({ input, length }) => ({
        problem: `${input} is neither the path of a file, nor PEM text, nor base64 as a whole. Its ${length} characters may contain a key, so they are not shown.`,
        fix: `pass a path, PEM text, or base64 of a PFX, PEM or DER as ${input}; \`base64 -w0 FILE\` prints a file's base64 on one line. Check whether the value was cut off, or whether something else was pasted into it.`,
    })),
    urlGiven: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS129", "URL in place of a certificate", ({ input, origin }) => ({
        problem: `${input} is a URL (of ${origin}), and azs-login does not download certificates.`,
        fix: `download the file in a step before this one (\`curl -fsSLo FILE URL\`), compare its fingerprint with the operator's, and pass its path as ${input}; or pass the content itself.`,
    })),
    passwordAlone: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS117", "Password without certificate", (_) => ({
        problem: "client-certificate-password is given without client-certificate.",
        fix: "set client-certificate, or remove client-certificate-password.",
    })),
    storesContradict: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS118", "Trust stores contradict each other", ({ value }) => ({
        problem: `trust-stores "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}" lists auto or none together with other stores.`,
        fix: "set trust-stores to auto, to none, or to a list of bundle, az, system, python, java.",
    })),
    noWheels: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS119", "No wheels", ({ folder, reason }) => ({
        problem: `az-wheels is read as the folder ${folder}, but it contains no wheels to install az from (${reason}).`,
        fix: "correct the path, make the folder with npm run wheels in azs-login's repository, or set az-wheels to the URL of a package index.",
    })),
    azContradicts: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS120", "az-path and az-version contradict each other", ({ version }) => ({
        problem: `az-version ${version} asks for an installation of az, but az-path names an az that exists.`,
        fix: "remove one of the two.",
    })),
    noIdTokens: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS121", "No ID tokens for this job", ({ ci }) => ({
        problem: "auth-type is oidc, but this job has no endpoint for ID tokens.",
        fix: `${(0,_on_ci_js__WEBPACK_IMPORTED_MODULE_2__/* .onCi */ .U)(ci, {
            github: "give the job permissions: { id-token: write, contents: read }; a pull request from a fork never gets this permission",
            pipelines: "set azureConnection to a service connection with workload identity federation",
        })}.`,
    })),
    credsUnreadable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS122", "JSON of creds cannot be read", (_) => ({
        problem: "creds is not the JSON object of Azure/login or az ad sp create-for-rbac. It may contain a secret, so it is not shown.",
        fix: 'set creds to {"clientId": "…", "clientSecret": "…", "tenantId": "…", "subscriptionId": "…", "resourceManagerEndpointUrl": "…"}, or remove creds and set endpoint, client-id and client-secret.',
    })),
    credsIncomplete: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS130", "Fields of creds are missing", ({ present, missing, inputs }) => ({
        problem: `creds lacks ${missing}; it has ${present}.`,
        fix: `add the missing fields to the JSON, or set the inputs of the same meaning (${inputs}). az prints the secret of an application only once, when it creates it.`,
    })),
    credsField: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS123", "Malformed field of creds", ({ field }) => ({
        problem: `${field} in creds is malformed. It may be a secret, so it is not shown.`,
        fix: `correct ${field}: clientId (appId) and subscriptionId are GUIDs, tenantId (tenant) a GUID or domain, resourceManagerEndpointUrl the URL of Azure Resource Manager, each in double quotes; or set the input of the same meaning.`,
    })),
    fingerprintMalformed: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS124", "Not a SHA-256 fingerprint", ({ value }) => ({
        problem: `ca-fingerprint "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}" is not one SHA-256 fingerprint.`,
        fix: "set ca-fingerprint to the 64 hexadecimal digits, with or without colons, that `openssl x509 -in root.pem -noout -fingerprint -sha256` prints after the equals sign, of one root.",
    })),
    fingerprintSha1: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS125", "SHA-1 fingerprint", ({ value }) => ({
        problem: `ca-fingerprint "${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(value)}" has the length of a SHA-1 thumbprint, as Windows and the portal show it. A SHA-256 fingerprint is required.`,
        fix: "set ca-fingerprint to what `openssl x509 -in root.pem -noout -fingerprint -sha256` prints for the root.",
    })),
    sampleCredential: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS126", "No credential for the samples", ({ credential }) => ({
        problem: `sample-config asks for a file that contains a client secret or a certificate, but this login uses ${credential}.`,
        fix: "remove sample-config, or log in with client-secret or client-certificate.",
    })),
    samplePath: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS127", "Path for the samples' file cannot be used", ({ path, reason }) => ({
        problem: `sample-config is read as the path ${path}, but no file can be written there: ${reason}.`,
        fix: "set sample-config to the path of one file in a folder that exists and can be written. A relative path starts at the workspace: check out the repository before this step.",
    })),
};


/***/ }),

/***/ 2997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ internalFailures)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(728);

const internalFailures = {
    unexpected: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS901", "Unexpected error", ({ message }) => ({
        problem: `azs-login met an error that it did not expect: ${message}`,
        fix: "run the job again with debug logging, and report the log (without secrets) as an issue of azs-login.",
    })),
    runnerTooOld: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS902", "Runner too old", ({ node }) => ({
        problem: `this runner runs actions with Node ${node}; trusting a root for the step's own requests needs Node 24.5.`,
        fix: "update the runner to 2.328.0 or later. On Azure Pipelines, use agent 4.265.1 or later on a system that runs Node 24; if the agent still uses Node 20, set the pipeline variable AGENT_USE_NODE24_WITH_HANDLER_DATA to true.",
    })),
};


/***/ }),

/***/ 7022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ onCi)
/* harmony export */ });
function onCi(ci, { github, pipelines }) {
    if (ci === "GitHub Actions")
        return github;
    return ci === "Azure Pipelines" ? pipelines : `${github}. On Azure Pipelines: ${pipelines.replace(/^; /, "")}`;
}


/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   Zv: () => (/* binding */ isFingerprint)
/* harmony export */ });
const SHORT = 15;
const HEAD = 8;
const LONGEST_VALUE = 120;
const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const LONGEST_WORD = 24;
const MOST_RANDOM = 10;
const MOST_RANDOM_IN_SHORT = 6;
const SHORT_TEXT = 32;
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const SHORTEST_WORD = 3;
const CLUSTER = /[bcdfghjklmnpqrstvwxz]{7}/i;
const SIGNS = /[+=~]/g;
function isPlain(text) {
    const words = text.replaceAll(GUID, " ").split(/[^\p{L}\p{N}]+/u);
    const signs = text.match(SIGNS)?.length ?? 0;
    const random = words.reduce((sum, word) => sum + randomIn(word), 2 * signs);
    return random <= (text.length < SHORT_TEXT ? MOST_RANDOM_IN_SHORT : MOST_RANDOM);
}
function randomIn(word) {
    if (/^\d{0,10}$/.test(word))
        return 0;
    const [, letters = "", digits = ""] = /^(\p{L}+)(\d{0,4})$/u.exec(word) ?? [];
    const humps = letters === "" ? [] : letters.split(HUMPS);
    if (humps.length === 0 || humps.some((hump) => hump.length > LONGEST_WORD || CLUSTER.test(hump)))
        return word.length;
    return humps.filter((hump) => hump.length < SHORTEST_WORD).join("").length + digits.length;
}
function isFingerprint(text) {
    const digits = text.replace(/^\s*sha-?(?:1|256)\b/i, "").replaceAll(/[\s:=,\u200e-]/g, "");
    return /^(?:[0-9a-f]{40}|(?:[0-9a-f]{64})+)$/i.test(digits);
}
function shown(value) {
    if (value.length <= SHORT || (value.length <= LONGEST_VALUE && isPlain(value)) || isFingerprint(value))
        return value;
    return `${value.slice(0, HEAD)}… (${value.length} characters)`;
}
function bounded(text, longest) {
    if (text.length <= longest)
        return text;
    const tail = Math.floor(longest / 4);
    const left = text.length - longest;
    return `${text.slice(0, longest - tail)} … (${left} characters left out) … ${text.slice(text.length - tail)}`;
}


/***/ }),

/***/ 613:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9538);

(0,_streams_js__WEBPACK_IMPORTED_MODULE_0__/* .captureStreams */ .SD)();


/***/ }),

/***/ 3394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ githubHost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/errors/files.js
var files = __nccwpck_require__(7957);
;// CONCATENATED MODULE: ./build/host/bounded-body.js
const TIMEOUT_MS = 20_000;
async function bodyOf(body, mostBytes) {
    const late = setTimeout(() => body.destroy(new Error("its answer does not end")), TIMEOUT_MS);
    try {
        const pieces = [];
        let bytes = 0;
        for await (const piece of body) {
            bytes += piece.length;
            if (bytes > mostBytes)
                throw new Error(`its answer is longer than ${mostBytes / 1000} kB`);
            pieces.push(piece);
        }
        return Buffer.concat(pieces);
    }
    finally {
        clearTimeout(late);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/host/id-token-request.js


const PAUSES_MS = [500, 1000, 2000];
const MOST_BYTES = 200_000;
class NoIdToken extends Error {
    trouble;
    constructor(message, trouble, cause) {
        super(message, { cause });
        this.trouble = trouble;
    }
}
async function idTokenFrom(ask, field, asked) {
    const until = performance.now() + TIMEOUT_MS;
    for (let tried = 0;; tried++) {
        const answer = await inTime(ask())
            .then((response) => read(response, field))
            .catch(failed);
        if (answer.token !== undefined)
            return answer.token;
        const wait = Math.max(PAUSES_MS[tried] ?? Number.POSITIVE_INFINITY, answer.waitMs);
        if (!answer.passing || performance.now() + wait > until) {
            const { reason, said, cause } = answer;
            throw new NoIdToken(reason, said === undefined ? asked : { ...asked, answer: said }, cause);
        }
        await (0,promises_.setTimeout)(wait);
    }
}
async function inTime(work) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error("Request timeout")), TIMEOUT_MS + 1000);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
async function read(response, field) {
    const { statusCode: status = 0, headers } = response.message;
    const text = (await bodyOf(response.message, MOST_BYTES)).toString();
    const { [field]: value, message } = parsed(text);
    const otherwise = status < 300 ? " and no token" : "";
    const words = typeof message === "string" ? `, ${message.replaceAll(/\s+/g, " ").slice(0, 300)}` : otherwise;
    return {
        ...(typeof value === "string" && value !== "" ? { token: value } : {}),
        reason: `status ${status}${words}`,
        passing: status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505),
        waitMs: waitOf(headers["retry-after"]),
        said: { status, contentType: headers["content-type"] ?? "", text },
    };
}
function waitOf(header) {
    return /^\d{1,9}$/.test(header ?? "") ? Number(header) * 1000 : 0;
}
function failed(error) {
    return { reason: error instanceof Error ? error.message : String(error), passing: true, waitMs: 0, cause: error };
}
function parsed(text) {
    try {
        return Object(JSON.parse(text));
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/host/github-id-token.js


function offersIdTokens(environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
    return Boolean(url && token);
}
function idTokenOrigin(environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: text = "" } = environment;
    if (!offersIdTokens(environment) || !URL.canParse(text))
        return undefined;
    const { protocol, hostname, origin } = new URL(text);
    const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
    return protocol === "https:" || (protocol === "http:" && isHere) ? origin : undefined;
}
async function idTokenOf(environment, audience) {
    const url = new URL(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "");
    url.searchParams.set("audience", audience);
    const { getProxyUrl, HttpClient } = await __nccwpck_require__.e(/* import() */ 942).then(__nccwpck_require__.bind(__nccwpck_require__, 4942));
    const { BearerCredentialHandler } = await __nccwpck_require__.e(/* import() */ 145).then(__nccwpck_require__.bind(__nccwpck_require__, 2145));
    const bearer = new BearerCredentialHandler(environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "");
    const options = { allowRetries: false, allowRedirects: false, socketTimeout: TIMEOUT_MS };
    const client = new HttpClient("azs-login", [bearer], options);
    const asked = { url: url.href, proxy: getProxyUrl(url.href) || undefined };
    return idTokenFrom(() => client.get(url.href), "value", asked);
}

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/host/github-toolkit.js





const FILES = { ENV: "set-env", OUTPUT: "set-output", STATE: "save-state", PATH: "add-path" };
function hasFile(file) {
    return Boolean(process.env[`GITHUB_${file}`]);
}
function setIn(file, name, value) {
    if (hasFile(file))
        issueFileCommand(file, prepareKeyValueMessage(name, value));
    else
        issueCommand(FILES[file], { name }, value);
}
function exportVariable(name, value) {
    process.env[name] = value;
    setIn("ENV", name, value);
}
const setOutput = (name, value) => setIn("OUTPUT", name, value);
const saveState = (name, value) => setIn("STATE", name, value);
const getState = (name) => process.env[`STATE_${name}`] || "";
function addPath(folder) {
    if (hasFile("PATH"))
        issueFileCommand("PATH", folder);
    else
        issueCommand(FILES.PATH, {}, folder);
    process.env["PATH"] = `${folder}${external_node_path_.delimiter}${process.env["PATH"]}`;
}
const getInput = (name) => process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] || "";
const setSecret = (secret) => issueCommand("add-mask", {}, secret);
const isDebug = () => process.env["RUNNER_DEBUG"] === "1";
const info = (line) => void process.stdout.write(`${line}${external_node_os_.EOL}`);
const debug = (message) => issueCommand("debug", {}, message);
const notice = (message) => issueCommand("notice", {}, message);
const warning = (message) => issueCommand("warning", {}, message);
const error = (message, title) => issueCommand("error", { title }, message);
const startGroup = (name) => issue("group", name);
const endGroup = () => issue("endgroup");

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./build/errors/shown.js
var shown = __nccwpck_require__(3071);
;// CONCATENATED MODULE: ./build/host/masks.js
const SHORTEST_LINE = 4;
const MOST_LINES = 1000;
function masksOf(secret) {
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
    const masked = lines.length === 1 ? lines : lines.filter((line) => line.length >= SHORTEST_LINE);
    const forms = masked.slice(0, MOST_LINES).flatMap((line) => {
        const bare = line.replace(/^(["'`])(.{4,})\1$/, "$2");
        return [line, bare, encodeURIComponent(line.toWellFormed()), JSON.stringify(line).slice(1, -1)];
    });
    return [...new Set(forms)].filter((form) => form !== "");
}

;// CONCATENATED MODULE: ./build/host/views.js
const ESCAPE = /%(?<url>[0-9a-f]{2})|\\u(?<json>[0-9a-f]{4})|\\u\{(?<point>[0-9a-f]{1,6})\}|\\x(?<hex>[0-9a-f]{2})|\\(?<octal>[0-3][0-7]{2})|\\(?<sign>[nrtbf"'\\/])|&#x(?<entityHex>[0-9a-f]{1,6});|&#(?<entity>\d{1,7});|&(?<name>amp|lt|gt|quot|apos|nbsp);/gi;
const SIGNS = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const NAMES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const MOST_LEVELS = 3;
function readings(text) {
    const all = [asIs(text)];
    for (let view = all[0]; view !== undefined && all.length <= MOST_LEVELS;) {
        view = decoded(view);
        if (view !== undefined)
            all.push(view);
    }
    return all;
}
function letters(view) {
    return filtered(view, /[a-z0-9]/i);
}
function visible(view) {
    return filtered(view, /\S/);
}
function asIs(text) {
    const starts = Array.from({ length: text.length }, (_, index) => index);
    return { text, starts, ends: starts.map((index) => index + 1) };
}
function decoded({ text, starts, ends }) {
    const found = [...text.matchAll(ESCAPE)];
    if (found.length === 0)
        return undefined;
    const view = { text: "", starts: [], ends: [] };
    let done = 0;
    const keep = (end) => {
        view.text += text.slice(done, end);
        for (let index = done; index < end; index++) {
            view.starts.push(starts[index] ?? 0);
            view.ends.push(ends[index] ?? 0);
        }
    };
    for (const match of found) {
        keep(match.index);
        done = match.index + match[0].length;
        view.text += characterOf(match.groups ?? {});
        view.starts.push(starts[match.index] ?? 0);
        view.ends.push(ends[done - 1] ?? 0);
    }
    keep(text.length);
    return view;
}
function characterOf(groups) {
    const { sign, name, entity, octal } = groups;
    if (sign !== undefined)
        return SIGNS[sign.toLowerCase()] ?? sign;
    if (name !== undefined)
        return NAMES[name.toLowerCase()] ?? " ";
    if (octal !== undefined)
        return String.fromCharCode(Number.parseInt(octal, 8));
    const hex = groups["url"] ?? groups["json"] ?? groups["point"] ?? groups["hex"] ?? groups["entityHex"];
    return String.fromCharCode(hex === undefined ? Number(entity) : Number.parseInt(hex, 16));
}
function filtered({ text, starts, ends }, pattern) {
    const view = { text: "", starts: [], ends: [] };
    for (let index = 0; index < text.length; index++) {
        const character = text.charAt(index);
        if (!pattern.test(character))
            continue;
        const lower = character.toLowerCase();
        view.text += lower.length === 1 ? lower : character;
        view.starts.push(starts[index] ?? 0);
        view.ends.push(ends[index] ?? 0);
    }
    return view;
}

;// CONCATENATED MODULE: ./build/host/fragments.js

const SHORTEST = 4;
const LONGEST_SECRET = 100_000;
const PUBLIC = /-----(?:BEGIN|END) [A-Z0-9 ]+-----|^[ \t]*(?:(?:Bag|Key) Attributes|localKeyID:|friendlyName:|subject=|issuer=|Proc-Type:|DEK-Info:).*$|\\?["'][a-z]{2,40}\\?["']\s*:/gim;
class Fragments {
    #pending = new Set();
    #windows = new Set();
    #whole = new Set();
    #window;
    constructor(window) {
        this.#window = window;
    }
    add(secret) {
        this.#pending.add(secret.slice(0, LONGEST_SECRET));
    }
    rangesIn(text) {
        for (const secret of this.#pending) {
            for (const form of formsOf(secret))
                this.#index(form);
            for (const encoded of encodingsOf(secret))
                this.#cover(encoded.replaceAll(/[^a-z0-9]/gi, "").toLowerCase());
        }
        this.#pending.clear();
        if (text === "" || this.#windows.size + this.#whole.size === 0)
            return [];
        return readings(text).flatMap((view) => [
            ...this.#covered(letters(view)),
            ...this.#covered(visible(view)),
            ...this.#wholeIn(view),
        ]);
    }
    #index(form) {
        const text = form.trim();
        const found = readings(text).flatMap((view) => [letters(view).text, visible(view).text]);
        if (found.some((projected) => projected.length >= this.#window)) {
            for (const projected of found)
                this.#cover(projected);
        }
        else if (text.length >= SHORTEST) {
            this.#whole.add(text);
        }
    }
    #cover(projected) {
        for (let at = 0; at + this.#window <= projected.length; at++)
            this.#windows.add(projected.slice(at, at + this.#window));
    }
    *#covered({ text, starts, ends }) {
        let open;
        for (let at = 0; at + this.#window <= text.length; at++) {
            if (!this.#windows.has(text.slice(at, at + this.#window)))
                continue;
            if (open !== undefined && at <= open.end)
                open.end = at + this.#window;
            else {
                if (open !== undefined)
                    yield { start: starts[open.start] ?? 0, end: ends[open.end - 1] ?? 0 };
                open = { start: at, end: at + this.#window };
            }
        }
        if (open !== undefined)
            yield { start: starts[open.start] ?? 0, end: ends[open.end - 1] ?? 0 };
    }
    *#wholeIn({ text, starts, ends }) {
        for (const secret of this.#whole) {
            for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
                yield { start: starts[at] ?? 0, end: ends[at + secret.length - 1] ?? 0 };
        }
    }
}
function formsOf(secret) {
    const text = secret.replaceAll(PUBLIC, "\n");
    const inner = contentOf(text)?.replaceAll(PUBLIC, "\n");
    return [text, encodeURIComponent(text.toWellFormed()), ...(inner === undefined ? [] : [inner])];
}
const LONGEST_SENT = 2500;
const LONGEST_PASSWORD = 250;
function encodingsOf(secret) {
    const text = secret.trim();
    if (text.length > LONGEST_SENT)
        return [];
    const bytes = Buffer.from(text);
    if (text.length > LONGEST_PASSWORD)
        return base64Of(bytes);
    return [...base64Of(bytes), ...base64Of(Buffer.from(text, "utf16le")), bytes.toString("hex")];
}
function base64Of(bytes) {
    return [0, 1, 2].map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const partial = (bytes.length + shift) % 3 === 0 ? 0 : 1;
        return encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - partial);
    });
}
function contentOf(secret) {
    const compact = secret.replaceAll(/\s+|\\[rn]/g, "");
    if (compact.length < 24 || !/^[\w+/-]+={0,2}$/.test(compact))
        return undefined;
    const bytes = Buffer.from(compact, "base64");
    const text = bytes.toString("latin1");
    return /^[\t\n\r -~]*$/.test(text) ? text : bytes.toString("hex");
}

;// CONCATENATED MODULE: ./build/host/secrets.js


const WINDOW = 10;
const WORDY_WINDOW = 13;
const TELLING = 16;
const TELLING_ALONE = 8;
const TOKEN = /\beyJ[\w-]{8,5000}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const LONG_RUN = /[\w+/=~-]{200,}/g;
const HEAD = 8;
class Secrets {
    #random = new Fragments(WINDOW);
    #wordy = new Fragments(WORDY_WINDOW);
    #doubtful = new Fragments(WINDOW);
    add(secret) {
        ((0,shown/* isPlain */.$i)(secret) ? this.#wordy : this.#random).add(secret);
    }
    addDoubtful(value) {
        this.#doubtful.add(value);
    }
    hiddenIn(text) {
        const found = [...this.#surelyIn(text), ...this.#doubtful.rangesIn(text)];
        return replaced(text, found)
            .replaceAll(TOKEN, "***")
            .replaceAll(LONG_RUN, (run) => `${run.slice(0, HEAD)}… (${run.length} characters)`);
    }
    hiddenInValue(value) {
        const whole = lettersIn(value);
        const found = merged(this.#surelyIn(value)).filter(({ start, end }) => {
            const shows = lettersIn(value.slice(start, end));
            return shows >= TELLING || (shows === whole && whole >= TELLING_ALONE);
        });
        return replaced(value, found);
    }
    #surelyIn(text) {
        return [...this.#random.rangesIn(text), ...this.#wordy.rangesIn(text)];
    }
}
function lettersIn(text) {
    return text.replaceAll(/[^\p{L}\p{N}]/gu, "").length;
}
function replaced(text, ranges) {
    let rest = 0;
    let result = "";
    for (const { start, end } of merged(ranges)) {
        result += `${text.slice(rest, start)}***`;
        rest = end;
    }
    return result + text.slice(rest);
}
function merged(ranges) {
    const result = [];
    for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
        const last = result.at(-1);
        if (last === undefined || range.start > last.end)
            result.push(range);
        else
            result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    }
    return result;
}

// EXTERNAL MODULE: ./build/host/streams.js
var streams = __nccwpck_require__(9538);
;// CONCATENATED MODULE: ./build/host/outlet.js





const LIMITS = {
    line: { longest: 4000, most: 1000 },
    annotation: { longest: 8000, most: 30 },
    failure: { longest: 24_000, most: 1 },
    debug: { longest: 20_000, most: 2000 },
    value: { longest: 10_000 },
    summary: { longest: 100_000 },
};
function guarded({ addMask, secrets: known, ...ci }) {
    const secrets = new Secrets();
    for (const secret of known)
        secrets.addDoubtful(secret);
    const text = (said, longest) => secrets.hiddenIn(harmless((0,shown/* bounded */.Mm)(said, longest)));
    const value = (said) => secrets.hiddenInValue((0,shown/* bounded */.Mm)(said, LIMITS.value.longest));
    const sayer = (print, { longest, most }) => {
        let said = 0;
        return (message) => {
            said++;
            if (said <= most)
                (0,streams/* speak */.Lr)(() => print(text(message, longest)));
            else if (said === most + 1)
                (0,streams/* speak */.Lr)(() => print(`More than ${most} messages like this one; the others are left out.`));
        };
    };
    return {
        ...ci,
        mask(secret, grade = "secret") {
            if (grade === "doubtful")
                return secrets.addDoubtful(secret);
            secrets.add(secret);
            if (grade === "secret")
                for (const line of masksOf(secret))
                    (0,streams/* speak */.Lr)(() => addMask(line));
        },
        group: sayer(ci.group, LIMITS.line),
        endGroup: () => (0,streams/* speak */.Lr)(ci.endGroup),
        info: sayer(ci.info, LIMITS.line),
        notice: sayer(ci.notice, LIMITS.annotation),
        warning: sayer(ci.warning, LIMITS.annotation),
        debug: sayer(ci.debug, LIMITS.debug),
        fail: (title, message) => (0,streams/* speak */.Lr)(() => ci.fail(title, text(message, LIMITS.failure.longest))),
        summarize: (markdown) => ci.summarize(text(markdown, LIMITS.summary.longest)),
        setOutput: (name, said, options) => (0,streams/* speak */.Lr)(() => ci.setOutput(name, options?.own ? said : value(said))),
        exportVariable: (name, said, options) => (0,streams/* speak */.Lr)(() => ci.exportVariable(name, options?.secret || options?.own ? said : value(said), options)),
        addPath: (folder) => (0,streams/* speak */.Lr)(() => ci.addPath(folder)),
        saveState: (name, said) => (0,streams/* speak */.Lr)(() => ci.saveState(name, value(said))),
    };
}
function harmless(text) {
    return (0,external_node_util_.stripVTControlCharacters)(text)
        .replaceAll(/(?![\r\n\t])\p{Cc}/gu, " ")
        .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "");
}

;// CONCATENATED MODULE: ./build/host/proxy-passwords.js
function proxyPasswords(environment) {
    const proxies = Object.entries(environment).filter(([name]) => /^(?:https?|all)_proxy$/i.test(name));
    const found = proxies.map(([, value = ""]) => {
        const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
        return url?.password ?? "";
    });
    const agents = environment["AGENT_PROXYPASSWORD"] ?? "";
    return [...new Set([agents, ...found, ...found.map(proxy_passwords_decoded)])].filter(Boolean);
}
function proxy_passwords_decoded(password) {
    try {
        return decodeURIComponent(password);
    }
    catch {
        return password;
    }
}

;// CONCATENATED MODULE: ./build/host/set-aside.js
const SET_ASIDE = [
    "NODE_TLS_REJECT_UNAUTHORIZED",
    "MSAL_FORCE_REGION",
    "AZURE_REGIONAL_AUTHORITY_NAME",
    "AZURE_IDENTITY_DISABLE_MULTITENANTAUTH",
];
function setAside(environment) {
    const found = SET_ASIDE.filter((name) => environment[name] !== undefined);
    const taken = Object.fromEntries(found.map((name) => [name, environment[name]]));
    for (const name of found)
        delete environment[name];
    return taken;
}

;// CONCATENATED MODULE: ./build/host/github.js









function githubHost(environment = process.env) {
    return guarded(githubCi(environment));
}
function githubCi(environment) {
    const debugging = isDebug();
    const temporaryFolder = external_node_path_.resolve(environment["RUNNER_TEMP"] || external_node_os_.tmpdir());
    const aside = setAside(environment);
    return {
        ci: "GitHub Actions",
        environment,
        setAside: aside,
        debugging,
        temporaryFolder,
        publicFolder: mounted(temporaryFolder) ?? temporaryFolder,
        toolCache: environment["RUNNER_TOOL_CACHE"] || undefined,
        input: async (name, options) => (options?.verbatim ? getInput(name) : getInput(name).trim()),
        variable: (name) => environment[name] ?? "",
        setOutput: writing(setOutput),
        exportVariable: writing(exportVariable),
        addPath: writing(addPath),
        offersIdTokens: offersIdTokens(environment),
        idTokenOrigin: idTokenOrigin(environment),
        idToken: (audience) => idTokenOf(environment, audience),
        addMask: setSecret,
        secrets: proxyPasswords(environment),
        saveState: writing(saveState),
        state: getState,
        group: startGroup,
        endGroup: endGroup,
        info: (line) => info(line.replaceAll(/[\r\n]+/g, " ").replaceAll("##[", "## [")),
        notice: (message) => notice(message),
        debug: (line) => (debugging ? debug(line) : undefined),
        warning: (message) => warning(message),
        fail(title, message) {
            process.exitCode = 1;
            error(message, title);
        },
        async summarize(markdown) {
            if (environment["GITHUB_STEP_SUMMARY"])
                await summary.addRaw(markdown, true).write();
        },
    };
}
function mounted(temporaryFolder) {
    const folder = external_node_path_.join(temporaryFolder, "_github_workflow");
    try {
        (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.lstatSync)(folder).isDirectory() ? folder : undefined;
    }
    catch {
        return undefined;
    }
}
function writing(tell) {
    return (...told) => {
        try {
            tell(...told);
        }
        catch (error) {
            const { code, path: file = "its command files", message } = error;
            const isDisk = code !== undefined || /^Missing file at path/.test(message);
            throw isDisk ? files/* fileFailures */.q.commandFile({ file, reason: message }, error) : error;
        }
    };
}


/***/ }),

/***/ 9538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ speak),
/* harmony export */   SD: () => (/* binding */ captureStreams),
/* harmony export */   az: () => (/* binding */ hearOthers)
/* harmony export */ });
const MOST_EARLY = 200;
const early = [];
let deliver = (text) => {
    if (early.length < MOST_EARLY)
        early.push(text);
};
let speaking = 0;
function speak(work) {
    speaking++;
    try {
        return work();
    }
    finally {
        speaking--;
    }
}
function captureStreams() {
    for (const stream of [process.stdout, process.stderr]) {
        const write = stream.write.bind(stream);
        stream.write = (chunk, ...rest) => {
            if (speaking > 0)
                return write(chunk, ...rest);
            hear(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
            const done = rest.at(-1);
            if (typeof done === "function")
                process.nextTick(done);
            return true;
        };
    }
}
function hearOthers(to) {
    deliver = to;
    for (const text of early.splice(0))
        to(text);
}
function hear(text) {
    const said = text.trimEnd();
    if (said !== "" && !said.startsWith("##vso[task.debug]"))
        deliver(said);
}


/***/ }),

/***/ 3845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   Ht: () => (/* binding */ urlIn),
/* harmony export */   fd: () => (/* binding */ contentIn),
/* harmony export */   uf: () => (/* binding */ isPath),
/* harmony export */   yo: () => (/* binding */ hostIn)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _errors_shown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3071);


const SHORTEST_BASE64 = 200;
const BASE64 = /^[\w+/-]+=*$/;
const BEFORE = /^(?:["'`“”‘’]|data:[^,]{0,100};base64,|base64[:,])/i;
const BEHIND = /["'`“”‘’%,;]$/;
const MOST_LAYERS = 6;
function contentIn(value) {
    if (isContent(value))
        return value;
    const bare = unwrapped(value);
    if (isContent(bare))
        return bare;
    const plain = bare.replaceAll("\\/", "/").replaceAll(/%(?:2B|2F|3D|0D|0A|20)/gi, decodeURIComponent);
    return isContent(plain) ? plain : undefined;
}
function isContent(value) {
    if (value.includes("-----BEGIN "))
        return true;
    return value.length >= SHORTEST_BASE64 && BASE64.test(value.replaceAll(/\s+|\\[rn]/g, ""));
}
function unwrapped(value) {
    let bare = value.trim();
    for (let layer = 0; layer < MOST_LAYERS; layer++)
        bare = bare.replace(BEFORE, "").replace(BEHIND, "").trim();
    return bare;
}
function urlIn(value) {
    const bare = unwrapped(value);
    return /^(?:https?|ftps?|file):\/\/\S+$/i.test(bare) ? (URL.parse(bare) ?? undefined) : undefined;
}
function hostIn({ host, protocol }) {
    return host.length <= 100 && /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?$/.test(host) ? host : protocol;
}
const LONGEST_PATH = 4096;
const SHORT = 15;
async function isPath(value) {
    if (value.length > LONGEST_PATH || /[\0\r\n]/.test(value))
        return false;
    return (await isThere(value)) || value.length <= SHORT || (/[\\/]|\.\w{1,5}$/.test(value) && (0,_errors_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(value));
}
function isThere(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file).then(() => true, () => false);
}


/***/ }),

/***/ 2853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  KM: () => (/* binding */ applicationOf),
  DH: () => (/* binding */ bearerOf),
  Yz: () => (/* binding */ readCredential)
});

// EXTERNAL MODULE: ./build/certificates/client-certificate.js + 2 modules
var client_certificate = __nccwpck_require__(5653);
// EXTERNAL MODULE: ./build/errors/inputs.js
var inputs = __nccwpck_require__(1473);
// EXTERNAL MODULE: ./build/io/json.js
var json = __nccwpck_require__(387);
;// CONCATENATED MODULE: ./build/inputs/cached-id-token.js

const SPARE_S = 60;
function cachedIdToken(host, audience) {
    let last;
    return async () => {
        if (last === undefined || secondsLeft(last) < SPARE_S) {
            last = await host.idToken(audience).catch(async (error) => {
                const { idTokenFailure } = await Promise.all(/* import() */[__nccwpck_require__.e(33), __nccwpck_require__.e(525), __nccwpck_require__.e(117)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5117));
                throw await idTokenFailure(error, host.ci);
            });
            host.mask(last);
        }
        return last;
    };
}
function secondsLeft(token) {
    const { exp } = (0,json/* claimsOf */.ds)(token);
    return typeof exp === "number" ? exp - Date.now() / 1000 : Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ./build/inputs/file-or-content.js
var file_or_content = __nccwpck_require__(5308);
;// CONCATENATED MODULE: ./build/inputs/credential.js




const AZURE_CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
function applicationOf(credential) {
    return credential.kind === "password" || credential.kind === "device-code" ? AZURE_CLI : credential.clientId;
}
function bearerOf(credential) {
    if (credential.kind === "device-code")
        return "whoever enters the device code";
    return credential.kind === "password" ? credential.username : `application ${credential.clientId}`;
}
const PARTS = {
    secret: ["client-secret"],
    certificate: ["client-certificate"],
    oidc: [],
    "device-code": [],
    password: ["username", "password"],
};
const KINDS = Object.keys(PARTS);
const AUTH_TYPES = ["auto", ...KINDS, "SERVICE_PRINCIPAL"];
async function readCredential(raw, host, problems, now) {
    const kind = chooseKind(raw, host, problems);
    if (raw["client-certificate-password"] !== "" && raw["client-certificate"] === "") {
        problems.add(inputs/* inputFailures */.M.passwordAlone({}));
    }
    return kind && READERS[kind](raw, host, problems, now);
}
const READERS = {
    secret: (raw, _, problems) => ({
        kind: "secret",
        clientId: wantedApplication(raw, "client-secret", problems),
        secret: raw["client-secret"],
    }),
    certificate: readCertificate,
    oidc: (raw, host, problems) => ({
        kind: "oidc",
        clientId: wantedApplication(raw, "an ID token", problems),
        assertion: cachedIdToken(host, raw.audience),
    }),
    "device-code": (raw) => ({ kind: "device-code", clientId: raw["client-id"] }),
    password: ({ username, password, ...raw }) => ({
        kind: "password",
        clientId: raw["client-id"] || AZURE_CLI,
        username,
        password,
    }),
};
async function readCertificate(raw, _, problems, now) {
    const clientId = wantedApplication(raw, "client-certificate", problems);
    const password = raw["client-certificate-password"] || undefined;
    const certificate = await problems.collect(async () => {
        const files = await (0,file_or_content/* readFilesOrContent */.q9)(raw["client-certificate"], "client-certificate");
        const from = files.map((file) => file.from).join(" and ");
        return (0,client_certificate/* readClientCertificate */.r)(files.map(({ content }) => content), password, from, now);
    });
    return certificate && { kind: "certificate", clientId, certificate, password };
}
function wantedApplication(raw, owner, problems) {
    if (raw["client-id"] === "") {
        problems.add(inputs/* inputFailures */.M.missing({ input: "client-id", because: `${owner} belongs to an application` }));
    }
    return raw["client-id"];
}
function chooseKind(raw, host, problems) {
    const authType = AUTH_TYPES.find((type) => type.toLowerCase() === raw["auth-type"].toLowerCase());
    if (authType === undefined) {
        return problems.add(inputs/* inputFailures */.M.unknownValue({ input: "auth-type", value: raw["auth-type"], allowed: AUTH_TYPES.join(", ") }));
    }
    const given = KINDS.filter((kind) => PARTS[kind].some((part) => raw[part] !== ""));
    return authType === "auto" || authType === "SERVICE_PRINCIPAL"
        ? onlyKind(raw, given, host, problems)
        : namedKind(authType, raw, given, host, problems);
}
function namedKind(kind, raw, given, host, problems) {
    if (kind === "oidc" && !host.offersIdTokens)
        return problems.add(inputs/* inputFailures */.M.noIdTokens({ ci: host.ci }));
    const other = given.find((one) => one !== kind);
    if (PARTS[kind].length > 0 && !given.includes(kind) && other !== undefined) {
        return problems.add(inputs/* inputFailures */.M.credentialMismatch({ authType: kind, given: partsOf(raw, [other]) }));
    }
    return isWhole(kind, raw, `auth-type is ${kind}`, problems) ? kind : undefined;
}
function onlyKind(raw, given, host, problems) {
    const [kind, ...more] = given;
    if (more.length > 0)
        return problems.add(inputs/* inputFailures */.M.severalCredentials({ given: partsOf(raw, given) }));
    if (kind === undefined)
        return host.offersIdTokens ? "oidc" : problems.add(inputs/* inputFailures */.M.noCredential({ ci: host.ci }));
    return isWhole(kind, raw, "one goes with the other", problems) ? kind : undefined;
}
function isWhole(kind, raw, because, problems) {
    const missing = PARTS[kind].filter((part) => raw[part] === "");
    for (const input of missing)
        problems.add(inputs/* inputFailures */.M.missing({ input, because }));
    return missing.length === 0;
}
function partsOf(raw, kinds) {
    return kinds.flatMap((kind) => PARTS[kind].filter((part) => raw[part] !== "")).join(", ");
}


/***/ }),

/***/ 5308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aq: () => (/* binding */ isListOfPaths),
/* harmony export */   q9: () => (/* binding */ readFilesOrContent),
/* harmony export */   ry: () => (/* binding */ splitList)
/* harmony export */ });
/* unused harmony export readFileOrContent */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(728);
/* harmony import */ var _errors_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1473);
/* harmony import */ var _io_files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(198);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3845);





const MOST_BYTES = 5_000_000;
async function readFileOrContent(value, input) {
    const content = (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .contentIn */ .fd)(value);
    if (content !== undefined)
        return { content, from: input };
    const url = (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .urlIn */ .Ht)(value);
    if (url !== undefined)
        throw _errors_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputFailures */ .M.urlGiven({ input, origin: (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .hostIn */ .yo)(url) });
    if (!(await (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .isPath */ .uf)(value)))
        throw _errors_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputFailures */ .M.unreadableValue({ input, length: String(value.length) });
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(value);
    try {
        const from = `${input} (${file})`;
        return { content: await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readBounded */ .CB)(file, MOST_BYTES, from), from };
    }
    catch (error) {
        if (error instanceof _errors_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H)
            throw error;
        const reason = error.code ?? "unknown error";
        throw _errors_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputFailures */ .M.fileMissing({ input, path: file, reason }, error);
    }
}
async function readFilesOrContent(value, input) {
    if ((0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .contentIn */ .fd)(value) !== undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .urlIn */ .Ht)(value) !== undefined || (await (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .isThere */ .$B)(value))) {
        return [await readFileOrContent(value, input)];
    }
    if (!(await isListOfPaths(value)))
        throw _errors_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputFailures */ .M.unreadableValue({ input, length: String(value.length) });
    return Promise.all(splitList(value).map((entry) => readFileOrContent(entry, input)));
}
async function isListOfPaths(value) {
    const entries = splitList(value);
    if (entries.length > MOST_ENTRIES)
        return false;
    const known = await Promise.all(entries.map(async (entry) => (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .contentIn */ .fd)(entry) !== undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .urlIn */ .Ht)(entry) !== undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .isPath */ .uf)(entry)));
    return known.every(Boolean);
}
const MOST_ENTRIES = 1000;
function splitList(value) {
    return value
        .split(/[,\n]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "");
}


/***/ }),

/***/ 198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AV: () => (/* binding */ createPublicFolder),
/* harmony export */   Aj: () => (/* binding */ createPrivateFolder),
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   aP: () => (/* binding */ createPrivateFile),
/* harmony export */   gE: () => (/* binding */ createPublicFile),
/* harmony export */   wZ: () => (/* binding */ makeFolders),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7957);




async function createPrivateFolder(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 });
}
async function createPrivateFile(file, content) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, "wx", 0o600);
    try {
        await handle.writeFile(content);
    }
    finally {
        await handle.close();
    }
}
async function createPublicFolder(folder) {
    await createPrivateFolder(folder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(folder, 0o755);
}
async function createPublicFile(file, content) {
    await createPrivateFile(file, content);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(file, 0o644);
}
async function makeFolders(folder, mode = 0o777) {
    const make = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode });
    try {
        await make().catch(async (error) => {
            const parent = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(folder);
            if (error.code !== "ENOENT" || parent === folder)
                throw error;
            await makeFolders(parent, mode);
            await make();
        });
    }
    catch (error) {
        if (!(await isFolder(folder)))
            throw error;
    }
}
async function isFolder(place) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(place).then((found) => found.isDirectory(), () => false);
}
const { O_NONBLOCK = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
function openAtOnce(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | O_NONBLOCK);
}
async function readHead(file, bytes) {
    const handle = await openAtOnce(file).catch(() => undefined);
    try {
        if (handle === undefined || !(await handle.stat()).isFile())
            return undefined;
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await handle?.close();
    }
}
async function readBounded(file, most, name = file) {
    const handle = await openAtOnce(file);
    try {
        const status = await handle.stat();
        if (status.isDirectory())
            throw Object.assign(new Error(`${file} is a folder`), { code: "EISDIR" });
        if (!status.isFile())
            throw _errors_files_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailures */ .q.notPlain({ file: name });
        const content = Buffer.allocUnsafe(Math.min(most, Math.max(status.size, 65_536)) + 1);
        const pieces = [];
        for (let left = most + 1; left > 0;) {
            const { bytesRead } = await handle.read(content, 0, Math.min(left, content.length), null);
            if (bytesRead === 0)
                return Buffer.concat(pieces);
            pieces.push(Buffer.from(content.subarray(0, bytesRead)));
            left -= bytesRead;
        }
    }
    finally {
        await handle.close();
    }
    throw _errors_files_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailures */ .q.tooLarge({ file: name, most: `${most / 1_000_000} MB` });
}


/***/ }),

/***/ 387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   ds: () => (/* binding */ claimsOf),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function claimsOf(token) {
    return Object(jsonOf(Buffer.from(token.split(".", 2)[1] ?? "", "base64url").toString("utf8")) ?? {});
}


/***/ }),

/***/ 7818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   V5: () => (/* binding */ asLife),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   c_: () => (/* binding */ lifeOf),
/* harmony export */   hh: () => (/* binding */ processOf),
/* harmony export */   yA: () => (/* binding */ UNFINISHED)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _system_places_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(277);




const UNFINISHED = "unfinished";
function lifeOf(folder) {
    const { pid } = process;
    return {
        machine: machineOf(),
        boot: bootOf(),
        processes: namespace("pid"),
        paths: namespace("mnt"),
        step: { pid, start: startOf(pid) },
        runner: runnerOf(pid),
        folder,
    };
}
function isOver(life) {
    if (life.machine !== machineOf())
        return false;
    if (!isSameBoot(life.boot, bootOf()))
        return true;
    const knowsProcess = life.processes === namespace("pid");
    if (knowsProcess && life.runner !== undefined && !isAlive(life.runner))
        return true;
    if (life.paths !== namespace("mnt"))
        return false;
    const folder = stateOf(life.folder);
    if (folder === "gone")
        return true;
    const wasKilled = knowsProcess && folder === "there" && !isAlive(life.step);
    return wasKilled && stateOf(node_path__WEBPACK_IMPORTED_MODULE_2__.join(life.folder, UNFINISHED)) === "there";
}
function asLife(value) {
    const life = Object(value);
    const texts = [life.machine, life.boot, life.processes, life.paths, life.folder];
    const isWhole = texts.every((text) => typeof text === "string") && isProcess(life.step);
    return isWhole && (life.runner === undefined || isProcess(life.runner)) ? life : undefined;
}
function isProcess(value) {
    const { pid, start } = Object(value);
    return Number.isSafeInteger(pid) && (pid ?? 0) > 0 && (start === undefined || typeof start === "string");
}
function runnerOf(step) {
    for (let pid = parentOf(step), height = 0; pid > 1 && height < 20; pid = parentOf(pid), height += 1) {
        if (/^(?:Runner|Agent)\.Worker$/.test((0,_system_places_js__WEBPACK_IMPORTED_MODULE_3__/* .readSystemFile */ .Y)(`/proc/${pid}/comm`) ?? ""))
            return { pid, start: startOf(pid) };
    }
    return undefined;
}
function machineOf() {
    return (0,_system_places_js__WEBPACK_IMPORTED_MODULE_3__/* .readSystemFile */ .Y)("/etc/machine-id") || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)();
}
const CLOCK_S = 600;
function bootOf() {
    return (0,_system_places_js__WEBPACK_IMPORTED_MODULE_3__/* .readSystemFile */ .Y)("/proc/sys/kernel/random/boot_id") ?? `${Math.round(Date.now() / 1000 - (0,node_os__WEBPACK_IMPORTED_MODULE_1__.uptime)())}`;
}
function isSameBoot(one, other) {
    return one === other || Math.abs(Number(one) - Number(other)) < CLOCK_S;
}
function namespace(kind) {
    try {
        return (0,_system_places_js__WEBPACK_IMPORTED_MODULE_3__/* .systemPlaces */ .a)(`/proc/self/ns/${kind}`)
            .map((link) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(link))
            .join();
    }
    catch {
        return "";
    }
}
function statusOf(pid) {
    return (0,_system_places_js__WEBPACK_IMPORTED_MODULE_3__/* .readSystemFile */ .Y)(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ") ?? [];
}
function parentOf(pid) {
    return Number(statusOf(pid)[1] ?? 0);
}
function startOf(pid) {
    const [state = "", ...fields] = statusOf(pid);
    return /[ZX]/.test(state) ? "ended" : fields[18];
}
function processOf(pid) {
    return { pid, start: startOf(pid) };
}
function isAlive({ pid, start }) {
    const now = startOf(pid);
    if (start !== undefined && now !== undefined)
        return now === start;
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code !== "ESRCH";
    }
}
function stateOf(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
        return "there";
    }
    catch (error) {
        return error.code === "ENOENT" ? "gone" : "unknown";
    }
}


/***/ }),

/***/ 26:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ processes),
  F: () => (/* binding */ systemPrograms)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(1708);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/context.js



const getContext = raw => ({
	start: external_node_process_.hrtime.bigint(),
	command: raw.map(part => getCommandPart((0,external_node_util_.stripVTControlCharacters)(part))).join(' '),
	state: {
		stdout: '', stderr: '', output: '', isIterating: {}, nonIterable: [false, false],
	},
});

const getCommandPart = part => /[^\w./-]/.test(part)
	? `'${part.replaceAll('\'', '\'\\\'\'')}'`
	: part;

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/options.js




const getOptions = ({
	stdin,
	stdout,
	stderr,
	stdio = [stdin, stdout, stderr],
	env: envOption,
	preferLocal,
	cwd: cwdOption = '.',
	...options
}) => {
	const cwd = cwdOption instanceof URL ? (0,external_node_url_.fileURLToPath)(cwdOption) : external_node_path_.resolve(cwdOption);
	const env = envOption ? {...external_node_process_.env, ...envOption} : undefined;
	const input = stdio[0]?.string;
	return {
		...options,
		input,
		stdio: input === undefined ? stdio : ['pipe', ...stdio.slice(1)],
		env: preferLocal ? addLocalPath(env ?? external_node_process_.env, cwd) : env,
		cwd,
	};
};

const addLocalPath = ({Path = '', PATH = Path, ...env}, cwd) => {
	const pathParts = PATH.split(external_node_path_.delimiter);
	const localPaths = getLocalPaths([], external_node_path_.resolve(cwd))
		.map(localPath => external_node_path_.join(localPath, 'node_modules/.bin'))
		.filter(localPath => !pathParts.includes(localPath));
	return {...env, PATH: [...localPaths, PATH].filter(Boolean).join(external_node_path_.delimiter)};
};

const getLocalPaths = (localPaths, localPath) => localPaths.at(-1) === localPath
	? localPaths
	: getLocalPaths([...localPaths, localPath], external_node_path_.resolve(localPath, '..'));

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/windows.js




// When setting `shell: true` under-the-hood, we must manually escape the file and arguments.
// This ensures arguments are properly split, and prevents command injection.
const applyForceShell = async (file, commandArguments, options) => await shouldForceShell(file, options)
	? [escapeFile(file), commandArguments.map(argument => escapeArgument(argument)), {...options, shell: true}]
	: [file, commandArguments, options];

// On Windows, running most executable files (except *.exe and *.com) requires using a shell.
// This includes *.cmd and *.bat, which itself includes Node modules binaries.
// We detect this situation and automatically:
//  - Set the `shell: true` option
//  - Escape shell-specific characters
const shouldForceShell = async (file, {shell, cwd, env = external_node_process_.env}) => external_node_process_.platform === 'win32'
	&& !shell
	&& !(await isExe(file, cwd, env));

// Detect whether the executable file is a *.exe or *.com file.
// Windows allows omitting file extensions (present in the `PATHEXT` environment variable).
// Therefore we must use the `PATH` environment variable and make `access` calls to check this.
// Environment variables are case-insensitive on Windows, so we check both `PATH` and `Path`.
const isExe = (file, cwd, {Path = '', PATH = Path}) =>
	// If the *.exe or *.com file extension was not omitted.
	// Windows common file systems are case-insensitive.
	exeExtensions.some(extension => file.toLowerCase().endsWith(extension))
	|| mIsExe(file, cwd, PATH);

// Memoize the `mIsExe` and `fs.access`, for performance
const EXE_MEMO = {};
// eslint-disable-next-line no-return-assign
const memoize = function_ => (...arguments_) =>
	// Use returned assignment to keep code small
	EXE_MEMO[arguments_.join('\0')] ??= function_(...arguments_);

const access = memoize(promises_.access);
const mIsExe = memoize(async (file, cwd, PATH) => {
	const parts = PATH
		// `PATH` is ;-separated on Windows
		.split(external_node_path_.delimiter)
		// `PATH` allows leading/trailing ; on Windows
		.filter(Boolean)
		// `PATH` parts can be double quoted on Windows
		.map(part => part.replace(/^"(.*)"$/, '$1'));

	// For performance, parallelize and stop iteration as soon as an *.exe or *.com file is found
	try {
		await Promise.any(
			[cwd, ...parts].flatMap(part => exeExtensions
				.map(extension => access(`${external_node_path_.resolve(part, file)}${extension}`)),
			),
		);
	} catch {
		return false;
	}

	return true;
});

// Other file extensions require using a shell
const exeExtensions = ['.exe', '.com'];

// `cmd.exe` escaping for arguments.
// Taken from https://github.com/moxystudio/node-cross-spawn
const escapeArgument = argument => escapeFile(escapeFile(`"${argument
	.replaceAll(/(\\*)"/g, '$1$1\\"')
	.replace(/(\\*)$/, '$1$1')}"`));

// `cmd.exe` escaping for file and arguments.
const escapeFile = file => file.replaceAll(/([()\][%!^"`<>&|;, *?])/g, '^$1');

;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/result.js



const getResult = async (nodeChildProcess, options, context) => {
	const instance = await nodeChildProcess;
	if (options.input !== undefined) {
		instance.stdin.end(options.input);
	}

	const onClose = (0,external_node_events_.once)(instance, 'close');

	try {
		await Promise.race([
			onClose,
			...instance.stdio.filter(Boolean).map(stream => onStreamError(stream)),
		]);
		checkFailure(context, getErrorOutput(instance));
		return getOutputs(context);
	} catch (error) {
		await Promise.allSettled([onClose]);
		throw getResultError(error, instance, context, options);
	}
};

const onStreamError = async stream => {
	for await (const [error] of (0,external_node_events_.on)(stream, 'error')) {
		// Ignore errors that are due to closing errors when the subprocesses exit normally, or due to piping
		if (!['ERR_STREAM_PREMATURE_CLOSE', 'EPIPE'].includes(error?.code)) {
			throw error;
		}
	}
};

const checkFailure = ({command}, {exitCode, signalName}) => {
	if (signalName !== undefined) {
		throw new SubprocessError(`Command was terminated with ${signalName}: ${command}`);
	}

	if (exitCode !== undefined) {
		throw new SubprocessError(`Command failed with exit code ${exitCode}: ${command}`);
	}
};

const getResultError = (error, instance, context, {signal}) => Object.assign(
	getErrorInstance(error, context),
	getErrorOutput(instance),
	{isCanceled: signal?.aborted === true},
	getOutputs(context),
);

const getErrorInstance = (error, {command}) => error instanceof SubprocessError
	? error
	: new SubprocessError(`Command failed: ${command}`, {cause: error});

class SubprocessError extends Error {
	name = 'SubprocessError';
}

const getErrorOutput = ({exitCode, signalCode}) => ({
	// `exitCode` can be a negative number (`errno`) when the `error` event is emitted on the `instance`
	...(exitCode < 1 ? {} : {exitCode}),
	...(signalCode === null ? {} : {signalName: signalCode}),
});

const getOutputs = ({state: {stdout, stderr, output}, command, start}) => ({
	stdout: getOutput(stdout),
	stderr: getOutput(stderr),
	output: getOutput(output),
	command,
	durationMs: Number(external_node_process_.hrtime.bigint() - start) / 1e6,
});

const getOutput = output => output.at(-1) === '\n'
	? output.slice(0, output.at(-2) === '\r' ? -2 : -1)
	: output;

;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/spawn.js






const spawnSubprocess = async (file, commandArguments, options, context) => {
	try {
		// When running `node`, keep the current Node version and CLI flags.
		// Not applied with file paths to `.../node` since those indicate a clear intent to use a specific Node version.
		// This also provides a way to opting out, e.g. using `process.execPath` instead of `node` to discard current CLI flags.
		// Does not work with shebangs, but those don't work cross-platform anyway.
		if (['node', 'node.exe'].includes(file.toLowerCase())) {
			file = external_node_process_.execPath;
			commandArguments = [...external_node_process_.execArgv.filter(flag => !flag.startsWith('--inspect')), ...commandArguments];
		}

		[file, commandArguments, options] = await applyForceShell(file, commandArguments, options);
		[file, commandArguments, options] = concatenateShell(file, commandArguments, options);
		const instance = (0,external_node_child_process_.spawn)(file, commandArguments, options);
		bufferOutput(instance.stdout, context, 'stdout');
		bufferOutput(instance.stderr, context, 'stderr');

		// The `error` event is caught by `once(instance, 'spawn')` and `once(instance, 'close')`.
		// But it creates an uncaught exception if it happens exactly one tick after 'spawn'.
		// This prevents that.
		instance.once('error', () => {});

		await (0,external_node_events_.once)(instance, 'spawn');
		return instance;
	} catch (error) {
		throw getResultError(error, {}, context, options);
	}
};

// When the `shell` option is set, any command argument is concatenated as a single string by Node.js:
// https://github.com/nodejs/node/blob/e38ce27f3ca0a65f68a31cedd984cddb927d4002/lib/child_process.js#L614-L624
// However, since Node 24, it also prints a deprecation warning.
// To avoid this warning, we perform that same operation before calling `node:child_process`.
// Shells only understand strings, which is why Node.js performs that concatenation.
// However, we rely on users splitting command arguments as an array.
// For example, this allows us to easily detect whether the binary file is `node` or `node.exe`.
// So we do want users to pass array of arguments even with `shell: true`, but we also want to avoid any warning.
const concatenateShell = (file, commandArguments, options) => options.shell && commandArguments.length > 0
	? [[file, ...commandArguments].join(' '), [], options]
	: [file, commandArguments, options];

const bufferOutput = (stream, {state}, streamName) => {
	if (stream) {
		stream.setEncoding('utf8');
		if (!state.isIterating[streamName]) {
			state.isIterating[streamName] = false;
			stream.on('data', chunk => {
				state[streamName] += chunk;
				state.output += chunk;
			});
		}
	}
};

;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/pipe.js


const handlePipe = async subprocesses => {
	// Ensure both subprocesses have exited before resolving, and that we handle errors from both
	const [[from, to]] = await Promise.all([Promise.allSettled(subprocesses), pipeStreams(subprocesses)]);

	// If both subprocesses fail, throw destination error to use a predictable order and avoid race conditions
	if (to.reason) {
		to.reason.pipedFrom = from.reason ?? from.value;
		throw to.reason;
	}

	if (from.reason) {
		throw from.reason;
	}

	return {...to.value, pipedFrom: from.value};
};

const pipeStreams = async subprocesses => {
	try {
		const [{stdout}, {stdin}] = await Promise.all(subprocesses.map(({nodeChildProcess}) => nodeChildProcess));
		if (stdin === null) {
			throw new Error('The "stdin" option must be set on the first "spawn()" call in the pipeline.');
		}

		if (stdout === null) {
			throw new Error('The "stdout" option must be set on the last "spawn()" call in the pipeline.');
		}

		// Do not `await` nor handle stream errors since this is already done by each subprocess
		// eslint-disable-next-line promise/prefer-await-to-then
		(0,external_node_stream_promises_namespaceObject.pipeline)(stdout, stdin).catch(() => {});
	} catch (error) {
		await Promise.allSettled(subprocesses.map(({nodeChildProcess}) => closeStdin(nodeChildProcess)));
		throw error;
	}
};

const closeStdin = async nodeChildProcess => {
	const {stdin} = await nodeChildProcess;
	stdin.end();
};

;// CONCATENATED MODULE: external "node:readline/promises"
const external_node_readline_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");
;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/iterable.js


const lineIterator = async function * (subprocess, {state}, streamName, index) {
	// Prevent buffering when iterating.
	// This would defeat one of the main goals of iterating: low memory consumption.
	if (state.isIterating[streamName] === false) {
		throw new Error(`The subprocess must be iterated right away, for example:
	for await (const line of spawn(...)) { ... }`);
	}

	state.isIterating[streamName] = true;

	try {
		const {[streamName]: stream} = await subprocess.nodeChildProcess;
		if (!stream) {
			state.nonIterable[index] = true;
			const message = state.nonIterable.every(Boolean)
				? 'either the option `stdout` or `stderr`'
				: `the option \`${streamName}\``;
			throw new TypeError(
				`The subprocess cannot be iterated unless ${message} is 'pipe'.`,
			);
		}

		handleErrors(subprocess);
		yield * external_node_readline_promises_namespaceObject.createInterface({input: stream});
	} finally {
		await subprocess;
	}
};

// When the `subprocess` promise is rejected, we await it in the `finally`
// block. However, this might not happen right away, so an `unhandledRejection`
// error is emitted first, crashing the process. This prevents it.
// This is safe since we are guaranteed to propagate the `subprocess` error
// with the `finally` block.
// See https://github.com/sindresorhus/nano-spawn/issues/104
const handleErrors = async subprocess => {
	try {
		await subprocess;
	} catch {}
};

// Merge two async iterators into one
const combineAsyncIterators = async function * ({state}, ...iterators) {
	try {
		let promises = [];
		while (iterators.length > 0) {
			promises = iterators.map((iterator, index) => promises[index] ?? getNext(iterator, index, state));
			// eslint-disable-next-line no-await-in-loop
			const [{value, done}, index] = await Promise.race(promises
				.map((promise, index) => Promise.all([promise, index])));

			const [iterator] = iterators.splice(index, 1);
			promises.splice(index, 1);

			if (!done) {
				iterators.push(iterator);
				yield value;
			}
		}
	} finally {
		await Promise.all(iterators.map(iterator => iterator.return()));
	}
};

const getNext = async (iterator, index, {nonIterable}) => {
	try {
		return await iterator.next();
	} catch (error) {
		return shouldIgnoreError(nonIterable, index)
			? iterator.return()
			: iterator.throw(error);
	}
};

const shouldIgnoreError = (nonIterable, index) => nonIterable.every(Boolean)
	? index !== nonIterable.length - 1
	: nonIterable[index];

;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/index.js









function spawn(file, second, third, previous) {
	const [commandArguments = [], options = {}] = Array.isArray(second) ? [second, third] : [[], second];
	const context = getContext([file, ...commandArguments]);
	const spawnOptions = getOptions(options);
	const nodeChildProcess = spawnSubprocess(file, commandArguments, spawnOptions, context);
	let subprocess = getResult(nodeChildProcess, spawnOptions, context);
	Object.assign(subprocess, {nodeChildProcess});
	subprocess = previous ? handlePipe([previous, subprocess]) : subprocess;

	const stdout = lineIterator(subprocess, context, 'stdout', 0);
	const stderr = lineIterator(subprocess, context, 'stderr', 1);
	return Object.assign(subprocess, {
		nodeChildProcess,
		stdout,
		stderr,
		[Symbol.asyncIterator]: () => combineAsyncIterators(context, stdout, stderr),
		pipe: (file, second, third) => spawn(file, second, third, subprocess),
	});
}

;// CONCATENATED MODULE: ./build/io/conversation.js
const LONGEST_END_MS = 10_000;
function converse(child, running) {
    child.stdin?.on("error", () => undefined);
    return {
        pid: child.pid,
        say: (line) => child.stdin?.write(`${line}\n`),
        next: linesOf(child, running),
        async within(milliseconds, work) {
            const stop = running.endAfter(milliseconds);
            return work().finally(stop);
        },
        ended: running.ended,
        async end() {
            child.stdin?.end();
            const stop = running.endAfter(LONGEST_END_MS);
            const exitCode = await running.over;
            stop();
            const silent = exitCode === 0 || running.ended() !== undefined;
            return running.stderr().trimEnd() || (silent ? "" : (child.signalCode ?? `exit code ${exitCode}`));
        },
    };
}
const MOST_KEPT = 100;
function linesOf(child, { over, ended }) {
    const said = [];
    let asked = 0;
    const waiting = [];
    let rest = [];
    let isOver = false;
    const tell = (line) => {
        const asker = waiting.shift();
        if (asker === undefined)
            said.push(line);
        else
            asker(line);
    };
    child.stdout?.on("data", (text) => {
        const [first = "", ...more] = text.split("\n");
        rest.push(first);
        for (const piece of more) {
            tell(rest.join("").replace(/\r$/, ""));
            rest = [piece];
        }
    });
    over.then(() => {
        isOver = true;
        const last = rest.join("");
        if (ended() !== undefined)
            said.splice(asked + MOST_KEPT);
        else if (last !== "")
            tell(last);
        for (const asker of waiting.splice(0))
            asker(undefined);
    });
    return async () => {
        if (asked < said.length)
            return said[asked++];
        if (isOver)
            return undefined;
        return new Promise((resolve) => waiting.push(resolve));
    };
}

// EXTERNAL MODULE: ./build/io/lives.js
var lives = __nccwpck_require__(7818);
// EXTERNAL MODULE: ./build/io/started-process.js
var started_process = __nccwpck_require__(3932);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/io/windows-programs.js
var windows_programs = __nccwpck_require__(8732);
;// CONCATENATED MODULE: ./build/io/process-tree.js



const ROUNDS = 5;
function killTree(pid, leads, environment) {
    if (process.platform === "win32") {
        const taskkill = (0,windows_programs/* windowsProgram */.E)("taskkill.exe", environment);
        const child = (0,external_node_child_process_.spawn)(taskkill, ["/T", "/F", "/PID", String(pid)], { stdio: "ignore", windowsHide: true });
        child.on("error", () => kill(pid)).unref();
        return;
    }
    if (process.platform !== "linux") {
        kill(leads ? -pid : pid);
        return;
    }
    for (let round = 0; round < ROUNDS; round++) {
        const found = family(pid, leads);
        for (const one of found)
            kill(one);
        if (found.length === 0)
            return;
    }
}
function kill(pid) {
    try {
        process.kill(pid, "SIGKILL");
    }
    catch { }
}
function family(pid, leads) {
    const all = relations().filter(({ state }) => state !== "Z" && state !== "X");
    const found = new Set(all.filter((one) => one.pid === pid || (leads && one.session === pid)).map((one) => one.pid));
    const children = Map.groupBy(all, ({ parent }) => parent);
    for (const one of found)
        for (const child of children.get(one) ?? [])
            found.add(child.pid);
    return [...found];
}
function relations() {
    return (0,external_node_fs_.readdirSync)("/proc")
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => {
        try {
            const text = (0,external_node_fs_.readFileSync)(`/proc/${name}/stat`, "utf8");
            const [state = "", parent, , session] = text.slice(text.lastIndexOf(")") + 2).split(" ");
            return [{ pid: Number(name), state, parent: Number(parent), session: Number(session) }];
        }
        catch {
            return [];
        }
    });
}

;// CONCATENATED MODULE: ./build/io/supervision.js

const AFTERWORDS_MS = 2000;
const DEATH_MS = 2000;
function supervise(child, leads, bounds, environment) {
    const texts = { stdout: "", stderr: "" };
    let ended;
    let isOver = false;
    const timers = new Set();
    const { promise: over, resolve } = Promise.withResolvers();
    const letGo = () => {
        for (const stream of child.stdio)
            stream?.destroy();
        child.unref();
    };
    const killAll = () => child.pid !== undefined && killTree(child.pid, leads, environment);
    const end = (why) => {
        if (ended !== undefined || isOver)
            return;
        ended = why;
        killAll();
        letGo();
        const timer = setTimeout(settle, DEATH_MS, -1);
        over.then(() => clearTimeout(timer));
    };
    const settle = (exitCode) => {
        if (isOver)
            return;
        isOver = true;
        bounds.signal?.removeEventListener("abort", timeIsUp);
        for (const timer of timers)
            clearTimeout(timer);
        letGo();
        resolve(ended === undefined ? exitCode : -1);
    };
    const timeIsUp = () => end({ by: "time", reason: "when the time was up that a step may wait for others" });
    const hear = (name) => (text) => {
        if (ended !== undefined)
            return;
        texts[name] += text;
        if (texts.stdout.length + texts.stderr.length > bounds.mostOutput) {
            end({ by: "output", reason: `when it had written ${amount(bounds.mostOutput)}` });
        }
    };
    const measure = (longest) => {
        let line = 0;
        return (text) => {
            const at = text.lastIndexOf("\n");
            line = at < 0 ? line + text.length : text.length - at - 1;
            if (line > longest)
                end({ by: "output", reason: `when it had written a line of ${amount(longest)}` });
        };
    };
    child.stdout?.setEncoding("utf8").on("data", hear("stdout"));
    if (bounds.longestLine !== undefined)
        child.stdout?.on("data", measure(bounds.longestLine));
    child.stderr?.setEncoding("utf8").on("data", hear("stderr"));
    child.on("close", (code) => settle(code ?? -1));
    child.on("exit", (code) => {
        const timer = setTimeout(() => {
            killAll();
            settle(code ?? -1);
        }, AFTERWORDS_MS);
        over.then(() => clearTimeout(timer));
    });
    if (bounds.signal?.aborted)
        timeIsUp();
    else
        bounds.signal?.addEventListener("abort", timeIsUp, { once: true });
    return {
        stdout: () => texts.stdout,
        stderr: () => texts.stderr,
        over,
        ended: () => ended,
        end,
        endAfter(milliseconds) {
            if (isOver)
                return () => undefined;
            const timer = setTimeout(end, milliseconds, { by: "time", reason: `after ${milliseconds / 1000} seconds` });
            timers.add(timer);
            return () => {
                clearTimeout(timer);
                timers.delete(timer);
            };
        },
    };
}
function amount(characters) {
    return `${Math.round(characters / 1e5) / 10} MB`;
}

;// CONCATENATED MODULE: ./build/io/processes.js





const LONGEST_RUN_MS = 30_000;
const MOST_OUTPUT = 2_000_000;
const CONVERSATION = { mostOutput: MOST_OUTPUT, longestLine: 1_000_000 };
function processes(environment, journal, signal) {
    const withheld = withheldVariables(environment);
    const clean = cleanVariables(environment);
    const launch = (file, args, options) => {
        const process = spawn(file, args, {
            env: { ...(options.ofSystem ? clean : withheld), ...options.environment },
            stdin: options.input === undefined ? "pipe" : { string: options.input },
            ...(options.unheard ? { stdout: "ignore", stderr: "ignore" } : {}),
            windowsHide: true,
            detached: leads(options),
        });
        process.catch(() => undefined);
        return process.nodeChildProcess;
    };
    const note = async ({ pid }) => {
        if (pid !== undefined)
            await journal.record(started_process/* startedProcess */.v.entry((0,lives/* processOf */.hh)(pid)));
    };
    return {
        async run(file, args, options = {}) {
            const { withinMs = LONGEST_RUN_MS, mostOutput = MOST_OUTPUT } = options;
            const child = await launch(file, args, { input: "", ...options }).catch((error) => error);
            if (child instanceof Error)
                return { exitCode: -1, stdout: "", stderr: causeOf(child) };
            const running = supervise(child, leads(options), { mostOutput, signal }, environment);
            running.endAfter(withinMs);
            note(child).catch(() => undefined);
            const exitCode = await running.over;
            const ended = running.ended();
            const said = { exitCode, stdout: withoutLineBreak(running.stdout()), stderr: withoutLineBreak(running.stderr()) };
            if (ended !== undefined)
                return { ...said, stderr: `${said.stderr}\nit was ended ${ended.reason}`.trim(), ended };
            return { ...said, stderr: said.stderr || (exitCode === -1 ? `it was ended by ${child.signalCode}` : "") };
        },
        async start(file, args, options = {}) {
            const child = await launch(file, args, options).catch(() => undefined);
            if (child === undefined)
                return undefined;
            const running = supervise(child, leads(options), { ...CONVERSATION, signal }, environment);
            const conversation = converse(child, running);
            try {
                await note(child);
            }
            catch (error) {
                running.end({ by: "time", reason: "because it could not be recorded" });
                await running.over;
                throw error;
            }
            return conversation;
        },
    };
}
function causeOf({ message, cause }) {
    return cause instanceof Error ? cause.message : message;
}
function systemPrograms({ run }) {
    return { run: (file, args, options) => run(file, args, { ...options, ofSystem: true }) };
}
function leads({ unheard }) {
    return unheard !== true && process.platform !== "win32";
}
function withoutLineBreak(text) {
    return text.replace(/\r?\n$/, "");
}
const WITHHELD = new RegExp([
    "^(INPUT|STATE|ENDPOINT|SECUREFILE|SECRET|VSTS_TASKVARIABLE)_",
    "^ACTIONS_(RUNTIME_TOKEN$|ID_TOKEN_REQUEST_)",
    "^SYSTEM_ACCESSTOKEN$",
    "^ADAL_PYTHON_SSL_NO_VERIFY$",
    "^AZURE_ACCESS_TOKEN_FILE$",
].join("|"), "i");
function withheldVariables(environment) {
    const names = Object.keys(environment).filter((name) => WITHHELD.test(name));
    return Object.fromEntries(names.map((name) => [name, undefined]));
}
const SYSTEM_PATH = [
    ...["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"],
    ...["/run/wrappers/bin", "/run/current-system/sw/bin"],
].join(":");
function cleanVariables(environment) {
    if (process.platform === "win32")
        return withheldVariables(environment);
    const none = Object.fromEntries(Object.keys(environment).map((name) => [name, undefined]));
    const { HOME, USER, LOGNAME } = environment;
    return { ...none, HOME, USER, LOGNAME, PATH: SYSTEM_PATH, LANG: "C", LC_ALL: "C" };
}


/***/ }),

/***/ 3932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ startedProcess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8500);
/* harmony import */ var _journal_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7872);
/* harmony import */ var _lives_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7818);





const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 20;
const startedProcess = (0,_journal_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .undoKind */ .fp)({
    name: "process",
    fields: { pid: (value) => Number.isSafeInteger(value) && value > 0 },
    lasts: false,
    async undo({ pid, start }, { folder }) {
        const process = { pid, start };
        const isCertain = start !== undefined;
        if (!isCertain && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, _lives_js__WEBPACK_IMPORTED_MODULE_4__/* .UNFINISHED */ .yA)))
            return;
        for (let waited = 0; waited < LONGEST_WAIT_MS && (0,_lives_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(process); waited += POLL_MS)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(POLL_MS);
        if (isCertain && (0,_lives_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(process))
            throw new Error(`it did not end within ${LONGEST_WAIT_MS / 1000} seconds`);
    },
    describe: ({ pid }) => `process ${pid} still runs`,
});


/***/ }),

/***/ 277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readSystemFile),
/* harmony export */   a: () => (/* binding */ systemPlaces)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

function systemPlaces(...places) {
    return process.platform === "win32" ? [] : places;
}
function readSystemFile(file) {
    try {
        return systemPlaces(file).map((place) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(place, "utf8").trim())[0];
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ windowsProgram)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

function windowsProgram(name, environment) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(environment["SystemRoot"] || "C:\\Windows", "System32", name);
}


/***/ }),

/***/ 7872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ isTextOrMissing),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   ce: () => (/* binding */ UNRECORDED),
/* harmony export */   fp: () => (/* binding */ undoKind)
/* harmony export */ });
const UNRECORDED = { record: async () => undefined };
function undoKind(definition) {
    return { ...definition, entry: (data) => ({ undo: definition.name, ...data }) };
}
const isText = (value) => typeof value === "string";
const isTextOrMissing = (value) => value === undefined || isText(value);
const isObject = (value) => typeof value === "object" && value !== null;


/***/ }),

/***/ 4320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PROFILE_NAMES),
/* harmony export */   QJ: () => (/* binding */ newestProfile),
/* harmony export */   TB: () => (/* binding */ blobsVersion),
/* harmony export */   jI: () => (/* binding */ PROFILES),
/* harmony export */   jZ: () => (/* binding */ parseProfile),
/* harmony export */   qx: () => (/* binding */ resourcesVersion)
/* harmony export */ });
const PROFILES = [
    { name: "2020-09-01-hybrid", resources: "2019-10-01", blobs: "2019-07-07", firstBuild: 2102 },
    { name: "2019-03-01-hybrid", resources: "2018-05-01", blobs: "2017-11-09", firstBuild: 1904 },
    { name: "2018-03-01-hybrid", resources: "2018-02-01", blobs: "2017-04-17", firstBuild: 1808 },
    { name: "2017-03-09-profile", resources: "2016-02-01", blobs: "2015-04-05", firstBuild: 0 },
];
const OLDEST = PROFILES[3];
const PROFILE_NAMES = [...PROFILES.map(({ name }) => name), "latest"];
function parseProfile(text) {
    const name = text
        .trim()
        .toLowerCase()
        .replaceAll("_", "-")
        .replace(/^v(?=\d)/, "");
    if (name === "latest")
        return "latest";
    const build = /^(?:1\.)?(\d{4})(?:\.\d+)*$/.exec(name)?.[1];
    if (build !== undefined)
        return profileOfBuild(Number(build));
    return PROFILES.find((profile) => profile.name === name)?.name;
}
function profileOfBuild(build) {
    const month = build % 100;
    if (build < 1700 || month < 1 || month > 12)
        return undefined;
    return PROFILES.find(({ firstBuild }) => build >= firstBuild)?.name;
}
function resourcesVersion(profile) {
    return (PROFILES.find(({ name }) => name === profile) ?? OLDEST).resources;
}
function blobsVersion(profile) {
    return PROFILES.find(({ name }) => name === profile)?.blobs;
}
function newestProfile(reported) {
    return PROFILES.find(({ resources }) => reported.includes(resources))?.name;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9160);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
