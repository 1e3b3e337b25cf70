export const id = 117;
export const ids = [117];
export const modules = {

/***/ 5117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   idTokenFailure: () => (/* binding */ idTokenFailure)
/* harmony export */ });
/* harmony import */ var _errors_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);
/* harmony import */ var _errors_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2206);
/* harmony import */ var _network_failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1272);
/* harmony import */ var _responses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7645);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1187);





async function idTokenFailure(error, ci) {
    const { trouble, message } = error;
    const status = trouble?.answer === undefined ? "" : String(trouble.answer.status);
    const own = _errors_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .identityFailures */ ._.noIdToken({ answer: message, ci, status }, error);
    if (trouble === undefined)
        return own;
    const why = trouble.answer
        ? foreignAnswer(trouble.url, trouble.answer)
        : await connectionFailure(trouble, error);
    if (why === undefined)
        return own;
    return new _errors_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H(own.code, { problem: `the CI gave no ID token: ${why.problem}`, fix: why.fix }, error);
}
function foreignAnswer(url, answer) {
    const { status, contentType, text } = answer;
    const headers = { get: (name) => (name === "content-type" ? contentType : undefined) };
    try {
        (0,_responses_js__WEBPACK_IMPORTED_MODULE_3__/* .checkAnswer */ .dG)({ status, bodyAsText: text, headers, request: { url } }, "ci");
        return undefined;
    }
    catch (failure) {
        return failure;
    }
}
class OpenTunnel extends _tunnel_js__WEBPACK_IMPORTED_MODULE_4__/* .Tunnel */ .$ {
    get endsAtProxy() {
        return false;
    }
}
async function connectionFailure({ url: asked, proxy }, { cause }) {
    const { message, code } = cause;
    const url = new URL(asked);
    const proxyUrl = URL.parse(proxy ?? "");
    if (proxyUrl !== null && TUNNELING.test(message))
        return atProxy(message, proxyUrl, url.host);
    const tunnel = proxyUrl === null ? undefined : new OpenTunnel(proxyUrl.href);
    const way = { party: "ci", tunnel };
    if (code !== undefined)
        return (0,_network_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .networkFailure */ .rd)(cause, url, way);
    return /^Request timeout/.test(message) ? (0,_network_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .networkFailure */ .rd)(withCode(_network_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_ANSWER */ .Dn, message), url, way) : undefined;
}
const TUNNELING = /^tunneling socket could not be established/;
async function atProxy(message, proxy, host) {
    const [, status] = /statusCode=(\d+)/.exec(message) ?? [];
    const names = { proxy: proxy.host, host, answer: `it answered ${status}.` };
    if (status !== undefined)
        return (0,_tunnel_js__WEBPACK_IMPORTED_MODULE_4__/* .tunnelRefused */ .x)(Number(status), names);
    const [code = "ECONNRESET"] = /\bE[A-Z_]{4,}\b/.exec(message) ?? [];
    return (0,_network_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .networkFailure */ .rd)(withCode(code, message), proxy, { party: "proxy", tunnel: undefined });
}
const withCode = (code, message) => Object.assign(new Error(message), { code });


/***/ })

};
