export const id = 933;
export const ids = [933];
export const modules = {

/***/ 933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inOneLine: () => (/* binding */ inOneLine),
/* harmony export */   summarize: () => (/* binding */ summarize)
/* harmony export */ });
const IDENTITY_PROVIDERS = { aad: "Microsoft Entra ID", adfs: "AD FS" };
function inOneLine({ stamp, identity, az }) {
    const who = `${identity.userName ?? identity.clientId} (${IDENTITY_PROVIDERS[stamp.authority.identityProvider]})`;
    const subscription = identity.subscription === undefined ? "no subscription" : `subscription "${identity.subscription.name}"`;
    return `Logged in ${who} to ${stamp.endpoint}: ${subscription}, profile ${identity.profile}, az ${az.description?.version ?? az.path}.`;
}
async function summarize(results, host) {
    const { stamp, identity, inputs, az } = results;
    const rows = [
        ["Identity provider", IDENTITY_PROVIDERS[stamp.authority.identityProvider]],
        ["Tenant", identity.tenantId],
        identity.userName === undefined ? ["Application", identity.clientId] : ["User", identity.userName],
        [
            "Subscription",
            identity.subscription === undefined ? "none" : `${identity.subscription.name} (${identity.subscription.id})`,
        ],
        ["Location", identity.location],
        ["API profile", identity.profile],
        ["Cloud", inputs.cloudName],
        ["az", `${az.description?.version ?? ""} ${az.path}`.trim()],
        ...inputs.roots.map(({ subject, fingerprints, notAfter }) => [
            "CA root",
            `${subject}, SHA-256 ${fingerprints.sha256}, expires ${notAfter.toISOString().slice(0, 10)}`,
        ]),
    ];
    const stampRow = `| Stamp | ${stamp.endpoint} |`;
    const lines = rows.map(([name, value]) => `| ${name} | ${escapeCell(value)} |`);
    await host.summarize(["### Azure Stack Hub login", "", "| | |", "|---|---|", stampRow, ...lines, ""].join("\n"));
}
function escapeCell(text) {
    return text.replaceAll(/[\\|<>`*_[\]&~]|:(?=\/\/)|(?<=www)\./gi, (sign) => `\\${sign}`).replaceAll(/\s+/g, " ");
}


/***/ })

};
