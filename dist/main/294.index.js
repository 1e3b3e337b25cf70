export const id = 294;
export const ids = [294];
export const modules = {

/***/ 5294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keepIdToken: () => (/* binding */ keepIdToken)
});

// UNUSED EXPORTS: prepareRenewal

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/io/files.js
var files = __webpack_require__(198);
// EXTERNAL MODULE: ./build/io/json.js
var json = __webpack_require__(387);
;// CONCATENATED MODULE: ./build/renewal/launchers.js

function launchers(launched, platform) {
    return platform === "win32" ? { ...forCmd(launched), ...forGitBash(launched) } : forShell(launched);
}
function shellQuoted(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}
function cmdQuoted(text) {
    return `"${text.replaceAll("%", "%%")}"`;
}
const MADE = "Made by azs-login for this job: the ID token that az logs in with is renewed when it is about to end.";
function forShell({ az, python, script }) {
    const renew = shellCommand(python, script);
    const renewAt = shellQuoted(external_node_path_.join(external_node_path_.dirname(script), "renew-at"));
    return {
        az: [
            "#!/bin/sh",
            `# ${MADE}`,
            `{ read -r due < ${renewAt}; } 2>/dev/null`,
            `[ "$(date +%s)" -lt "\${due:-0}" ] 2>/dev/null || ${renew} </dev/null >&2`,
            `exec ${shellQuoted(az)} "$@"`,
            "",
        ].join("\n"),
        "azs-login-refresh": `#!/bin/sh\n${renew} --now </dev/null\n`,
    };
}
function forGitBash({ python, script }) {
    const renew = shellCommand({ ...python, file: slashed(python.file) }, slashed(script));
    return { az: `#!/bin/sh\n# ${MADE}\n${renew} --az "$@"\n`, "azs-login-refresh": `#!/bin/sh\n${renew} --now\n` };
}
function forCmd({ python, script }) {
    const set = Object.entries(python.environment).map(([name, value]) => `set ${cmdQuoted(`${name}=${value}`)}\r\n`);
    const renew = [cmdQuoted(python.file), ...python.flags, "-B", cmdQuoted(script)].join(" ");
    const file = (args) => `@echo off\r\nrem ${MADE}\r\nsetlocal\r\n${set.join("")}${renew} ${args}\r\n`;
    return { "az.cmd": file("--az %*"), "azs-login-refresh.cmd": file("--now") };
}
function shellCommand({ file, flags, environment }, script) {
    const set = Object.entries(environment).map(([name, value]) => `${name}=${shellQuoted(value)}`);
    return [...set, shellQuoted(file), ...flags, "-B", shellQuoted(script)].join(" ");
}
const slashed = (file) => file.replaceAll("\\", "/");

;// CONCATENATED MODULE: ./build/renewal/renewal.js





const HOUR = 3600;
async function keepIdToken({ clientId, assertion }, { tokenEnds }, az, { idTokenOrigin, info }, folder, now) {
    const accessTokenSeconds = tokenEnds === undefined ? HOUR : Math.floor((tokenEnds.getTime() - now.getTime()) / 1000);
    const login = { clientId, accessTokenSeconds, token: await assertion() };
    const renewal = await prepareRenewal(az, login, idTokenOrigin, folder, now);
    const end = tokenEnds === undefined ? "" : ` at about ${tokenEnds.toISOString().slice(11, 16)} UTC`;
    info(renewal.launchers === undefined
        ? `oidc: az cannot get a new ID token; az commands work until the login ends${end}. In a longer job, run this step again.`
        : "oidc: az gets a new ID token from the runner before the present one ends.");
    return renewal;
}
async function prepareRenewal(az, { token, clientId, accessTokenSeconds }, origin, folder, now, platform = process.platform) {
    const place = external_node_path_.join(folder, "id-token");
    const file = (name) => external_node_path_.join(place, name);
    await (0,files/* createPrivateFolder */.Aj)(place);
    await (0,files/* createPrivateFile */.aP)(file("id-token"), token);
    if (origin === undefined || az.python === undefined)
        return { tokenFile: file("id-token"), launchers: undefined };
    const { iss: issuer, sub: subject, aud: audience, exp } = (0,json/* claimsOf */.ds)(token);
    const job = { origin, issuer, subject, audience, clientId, configFolder: az.configFolder, accessTokenSeconds };
    await (0,files/* createPrivateFile */.aP)(file("renewal.json"), JSON.stringify(job));
    await (0,files/* createPrivateFile */.aP)(file("renew-at"), `${renewalTime(exp, accessTokenSeconds, now)}\n`);
    await (0,promises_.copyFile)(external_node_path_.join(import.meta.dirname, "renew.py"), file("renew.py"));
    const bin = file("bin");
    await (0,files/* createPrivateFolder */.Aj)(bin);
    const made = launchers({ az: az.path, python: az.python, script: file("renew.py") }, platform);
    for (const [name, text] of Object.entries(made)) {
        await (0,files/* createPrivateFile */.aP)(external_node_path_.join(bin, name), text);
        await (0,promises_.chmod)(external_node_path_.join(bin, name), 0o700);
    }
    return { tokenFile: file("id-token"), launchers: bin };
}
function renewalTime(exp, accessTokenSeconds, now) {
    const seconds = now.getTime() / 1000;
    const ends = typeof exp === "number" ? exp : seconds;
    return Math.floor(seconds + Math.min((ends - seconds) / 2, Math.max(accessTokenSeconds - 300, 0)));
}


/***/ })

};
