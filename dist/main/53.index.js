export const id = 53;
export const ids = [53];
export const modules = {

/***/ 6829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ provisionFailures)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);

const provisionFailures = {
    noPython: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS520", "No Python to install az on", ({ version, wanted, found }) => ({
        problem: `az ${version} needs CPython ${wanted} to be installed on; found: ${found}.`,
        fix: "install one (Debian, Ubuntu: apt-get install python3), run actions/setup-python before this step, or install az on the runner.",
    })),
    indexUnreachable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS521", "Package index unreachable", ({ version, answer }) => ({
        problem: `the package index to install az ${version} from cannot be reached: ${answer}`,
        fix: "check HTTPS_PROXY and NO_PROXY; without internet, set az-wheels to a package index in your network, or to a folder of wheels (made by npm run wheels in azs-login's repository), or install az on the runner.",
    })),
    hashMismatch: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS522", "Package does not match the lock", ({ version, answer }) => ({
        problem: `a package of az ${version} does not have the hash that azs-login has on record, so nothing was installed: ${answer}`,
        fix: "find out who changed it: the package index, a proxy, or the folder of az-wheels must serve the original file.",
    })),
    packageMissing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS523", "Package of az not found", ({ version, python, answer }) => ({
        problem: `a package that az ${version} needs is not available for Python ${python}: ${answer}`,
        fix: "make the folder of az-wheels again with npm run wheels for that Python and platform (--python, --platform); a package index must mirror all dependencies of az, and let this runner read them.",
    })),
    installFailed: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS524", "az could not be installed", ({ version, answer }) => ({
        problem: `installing az ${version} failed: ${answer}`,
        fix: "run the job again with debug logging to see all that the installer says. The installation needs 1 GB of disk space and write access to the runner's tool cache.",
    })),
    busy: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS525", "Another job is installing az", ({ version, folder, minutes }) => ({
        problem: `another job on this machine has been installing az ${version} into ${folder} for ${minutes} minutes.`,
        fix: "find the job that hangs on this machine, end it, and run this job again.",
    })),
    endless: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS527", "Installation of az takes too long", ({ version, ended, answer }) => ({
        problem: `installing az ${version} did not finish, and was ended ${ended}: ${answer}`,
        fix: "check whether the package index answers this runner at its usual speed. Set az-wheels to a nearer index or to a folder of wheels, or install az on the runner.",
    })),
    interrupted: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS526", "Installation was interrupted", ({ version, folder }) => ({
        problem: `this machine was paused while az ${version} was installed into ${folder}, and another job has taken over the installation.`,
        fix: "run the job again.",
    })),
};


/***/ }),

/***/ 8053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  logInWith: () => (/* binding */ logInWith)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors/failure.js
var failure = __webpack_require__(728);
;// CONCATENATED MODULE: ./build/errors/az.js

const azFailures = {
    missing: (0,failure/* failure */.V)("AZS501", "az is missing", ({ where }) => ({
        problem: `there is no Azure CLI ${where}.`,
        fix: "leave az-version at auto and az-path out, so that azs-login installs az 2.66.2 (the version Microsoft supports for Azure Stack Hub), or install it on the runner.",
    })),
    profileUnknown: (0,failure/* failure */.V)("AZS502", "API profile unknown to this az", ({ az, version, profile, known }) => ({
        problem: `${az} (version ${version}) does not know the API profile ${profile}; it knows ${known}. az 2.16 added 2020-09-01-hybrid, and az 2.73 removed the hybrid profiles.`,
        fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.66.2 (the version Microsoft supports for Azure Stack Hub), or install it on the runner.",
    })),
    commandFailed: (0,failure/* failure */.V)("AZS503", "az failed", ({ command, answer }) => ({
        problem: `az ${command} failed: ${answer}`,
        fix: "run the job again with debug logging to see all that az says.",
    })),
    profileForeign: (0,failure/* failure */.V)("AZS511", "The stamp does not serve the API profile", ({ command, profile, answer }) => ({
        problem: `az ${command} asked for an API version of the profile ${profile} that the stamp does not know: ${answer}`,
        fix: "set profile to auto, or leave it out.",
    })),
    notExecutable: (0,failure/* failure */.V)("AZS519", "az may not be executed", ({ az, reason }) => ({
        problem: `az-path is ${az}, which this job may not execute (${reason}).`,
        fix: `make it executable (chmod +x ${az}), or set az-path to an az that is.`,
    })),
    stopped: (0,failure/* failure */.V)("AZS504", "az stopped", ({ command, answer }) => ({
        problem: `az ended before it answered ${command}: ${answer}`,
        fix: "check that the az on this runner works (az account list), reinstall it if not, or set az-path to another.",
    })),
    untrusted: (0,failure/* failure */.V)("AZS505", "az does not trust a certificate", ({ command, host, answer }) => ({
        problem: `az ${command} cannot verify the TLS certificate of ${host}, which this step has verified itself: ${answer}`,
        fix: "az reads its roots from the file in REQUESTS_CA_BUNDLE, and the step wrote all roots that it trusts to it. Check whether a script that replaces az sets another file. az on Python 3.13 (2.77 and later) also refuses roots without key identifiers, the stamp's as well as a proxy's: then set az-version to 2.66.2. If a proxy inspects TLS, add its root to ca-certificate, or to a file that NODE_EXTRA_CA_CERTS names.",
    })),
    asksForScope: (0,failure/* failure */.V)("AZS506", "az too new for this AD FS (MSIS9605)", ({ az, version }) => ({
        problem: `${az} (version ${version}) asks AD FS for a scope, which the AD FS of this stamp refuses (MSIS9605); az does so from 2.30 on.`,
        fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.29.2, or install that on the runner.",
    })),
    doesNotStart: (0,failure/* failure */.V)("AZS507", "Installed az does not start", ({ az }) => ({
        problem: `the installation of ${az} is complete, but its Python does not start it.`,
        fix: "check the runner's memory, and variables such as LD_LIBRARY_PATH; if neither is the cause, remove the folder from the runner's tool cache and run the job again.",
    })),
    withoutMsal: (0,failure/* failure */.V)("AZS508", "az too old for this login", ({ az, version }) => ({
        problem: `${az} (version ${version}) cannot log in with an ID token or a device code; az can from 2.30 on.`,
        fix: "set az-version to auto and leave az-path out, so that azs-login installs az 2.66.2, or install a newer one on the runner.",
    })),
    readsFile: (0,failure/* failure */.V)("AZS509", "Value that az would read as a file name", ({ option, value }) => ({
        problem: `az would take ${option}=${value} for the name of a file to read.`,
        fix: "correct the input username if the value comes from there. If not, it comes from the stamp: tell the stamp's operator, and do not log in there.",
    })),
    unanswered: (0,failure/* failure */.V)("AZS512", "az does not answer", ({ command, ended, answer }) => ({
        problem: `az ${command} did not finish, and was ended ${ended}: ${answer}`,
        fix: "run that az command on the runner to see what it waits for: a proxy, a stamp that does not answer, an extension, or a script that replaces az; az-path or az-version selects another az.",
    })),
    endless: (0,failure/* failure */.V)("AZS513", "az writes without end", ({ command, ended, answer }) => ({
        problem: `az ${command} was ended ${ended}: ${answer}`,
        fix: "run that az command on the runner to see what it writes, reinstall that az, or select another with az-path or az-version.",
    })),
    importsTooSlowly: (0,failure/* failure */.V)("AZS514", "az does not start in time", ({ python, ended }) => ({
        problem: `${python}, the Python of az, had not imported az when it was ended ${ended}.`,
        fix: "check the runner's load and the disk on which az is, and run az version there; az-path or az-version selects another az.",
    })),
    pythonMisled: (0,failure/* failure */.V)("AZS515", "Variables of Python mislead az", ({ az, command, variables, answer }) => ({
        problem: `${az} failed at ${command} with an error of Python, and the job sets variables that decide where Python looks for modules (${variables}): ${answer}`,
        fix: `remove ${variables} from the job's environment, or set it only in the steps that need it; or leave az-path out, so that azs-login finds the Python of az and starts it without them.`,
    })),
    noHome: (0,failure/* failure */.V)("AZS516", "No home for az's configuration", (_) => ({
        problem: "isolate is false, and the runner's user has no home folder: HOME is not set, and there is no entry in /etc/passwd.",
        fix: "leave isolate at true, which needs no home folder; or set AZURE_CONFIG_DIR (or HOME) to a folder that this user may write.",
    })),
    homeUnwritable: (0,failure/* failure */.V)("AZS517", "az's configuration folder cannot be written", ({ folder, reason }) => ({
        problem: `isolate is false, and the runner's user cannot keep az's configuration in ${folder}: ${reason}.`,
        fix: "leave isolate at true, which keeps the configuration in the job's own folder; or make that folder writable for the runner's user (in a container: options: --user, or HOME), or set AZURE_CONFIG_DIR to another.",
    })),
    homeInUse: (0,failure/* failure */.V)("AZS518", "Another job uses this az configuration", (names) => ({
        problem: `isolate is false, and the job in ${names.job} is logged in with the az configuration in ${names.folder}: az has one active cloud and subscription there, and both jobs would use the same.`,
        fix: `leave isolate at true, so that each job has a configuration of its own; or give this job another folder with AZURE_CONFIG_DIR; or run the jobs one after the other. If that job is over, but its runner or container died before its post step, remove ${names.file} from that folder.`,
    })),
    pythonUnknown: (0,failure/* failure */.V)("AZS510", "Device code needs az's Python", ({ az }) => ({
        problem: `azs-login cannot find the Python that ${az} runs. It waits for a device code only in az's own Python, so that nothing continues when the job is cancelled.`,
        fix: "set az-path to az itself and not to a script of your own, or leave it out and set az-version to 2.66.2.",
    })),
};

// EXTERNAL MODULE: ./build/io/files.js
var io_files = __webpack_require__(198);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/io/home.js

function homeOf(environment) {
    const { HOME } = environment;
    if (process.platform !== "win32" && HOME !== undefined)
        return HOME || "/";
    try {
        return process.platform === "win32" ? (0,external_node_os_.homedir)() : (0,external_node_os_.userInfo)().homedir;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./build/errors/proxy.js
var errors_proxy = __webpack_require__(3382);
;// CONCATENATED MODULE: ./build/io/proxy.js


function proxyFor(url, environment) {
    const [variable, value] = read(environment, ["https_proxy", "all_proxy"]);
    if (value === "")
        return { proxy: undefined };
    const [list, exceptions] = read(environment, ["no_proxy"]);
    const entry = entriesOf(exceptions).find((one) => covers(one, url));
    if (entry !== undefined)
        return { proxy: undefined, exception: { variable: list, entry } };
    const proxy = urlOf(value);
    if (proxy === null)
        throw errors_proxy/* proxyFailures */.y.invalid({ variable, what: "something that is no URL" });
    if (!isSupported(proxy))
        throw errors_proxy/* proxyFailures */.y.invalid({ variable, what: `a proxy of the kind ${proxy.protocol.slice(0, -1)}` });
    return { proxy };
}
function proxyForPython(environment) {
    const [, proxy] = read(environment, ["https_proxy", "all_proxy"]);
    const entries = entriesOf(read(environment, ["no_proxy"])[1]);
    const exceptions = entries.includes("*") ? "*" : entries.map(inPython).join(",");
    return inBothSpellings({ https_proxy: proxy, all_proxy: "", no_proxy: exceptions });
}
function proxyForLater(urls, environment) {
    const [, exceptions] = read(environment, ["no_proxy"]);
    const plain = exceptions.replaceAll(" ", "").split(",");
    const ways = urls.map((url) => proxyFor(url, environment));
    const misread = ways.flatMap(({ exception }) => exception === undefined || (exception.entry !== "*" && plain.includes(exception.entry) && isPlain(exception.entry))
        ? []
        : [exception]);
    const [first] = misread;
    const added = new Set(misread.map(({ entry }) => inPython(entry)));
    const isHidden = environment["https_proxy"] === "" && ways.some(({ proxy }) => proxy !== undefined);
    return {
        ...(first === undefined || exceptions === "*" ? {} : { [first.variable]: [exceptions, ...added].join(",") }),
        ...(isHidden ? { https_proxy: read(environment, ["https_proxy", "all_proxy"])[1] } : {}),
    };
}
function configuredProxy(environment) {
    const proxy = urlOf(read(environment, ["https_proxy", "all_proxy"])[1]);
    return proxy !== null && isSupported(proxy) ? proxy : undefined;
}
const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
function urlOf(value) {
    const url = URL.parse(SCHEME.test(value) ? value : `http://${value}`);
    if (url !== null)
        [url.username, url.password] = [encoded(url.username), encoded(url.password)];
    return url;
}
function encoded(text) {
    try {
        decodeURIComponent(text);
        return text;
    }
    catch {
        return text.replaceAll("%", "%25");
    }
}
const isSupported = ({ protocol }) => /^https?:$/.test(protocol);
function read(environment, names) {
    const name = names.flatMap((one) => [one, one.toUpperCase()]).find((one) => environment[one]?.trim());
    return name === undefined ? ["", ""] : [name, environment[name]?.trim() ?? ""];
}
function inBothSpellings(variables) {
    const entries = Object.entries(variables);
    return Object.fromEntries([...entries, ...entries.map(([name, value]) => [name.toUpperCase(), value])]);
}
const entriesOf = (list) => list.split(/[\s,]+/).filter(Boolean);
function placeOf(entry) {
    const [, host = entry, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    const [address = "", bits] = host.replaceAll(/[[\]]/g, "").split("/");
    const family = (0,external_node_net_.isIP)(address);
    return { name: family === 0 ? host.replace(/^\*?\./, "").replace(/\.$/, "") : address, family, bits, port };
}
function covers(entry, url) {
    if (entry === "*")
        return true;
    const { name, family, bits, port } = placeOf(entry);
    const host = url.hostname.replaceAll(/[[\]]|\.$/g, "");
    if (name === "" || family !== (0,external_node_net_.isIP)(host) || (port !== undefined && port !== portOf(url)))
        return false;
    return family === 0
        ? host === name || host.endsWith(`.${name}`)
        : isWithin(host, name, family, Number.parseInt(bits ?? "0", 10));
}
const HTTPS_PORT = "443";
const portOf = ({ port }) => port || HTTPS_PORT;
function isWithin(address, network, family, bits) {
    const whole = family === 4 ? 32 : 128;
    if (!(bits >= 0 && bits <= whole))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, bits || whole, `ipv${family}`);
    return list.check(address, `ipv${family}`);
}
function inPython(entry) {
    const { name, family, bits, port } = placeOf(entry);
    if (entry === "*")
        return entry;
    if (port !== undefined && port !== HTTPS_PORT)
        return `${name}:${port}`;
    return family === 0 ? `.${name}` : bits === undefined ? name : `${name}/${bits}`;
}
function isPlain(entry) {
    return /^\.?[\w-]+(?:\.[\w-]+)*$/.test(entry) || (placeOf(entry).family !== 0 && placeOf(entry).port === undefined);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/journal/kind.js
var kind = __webpack_require__(7872);
;// CONCATENATED MODULE: ./build/az/configure/command-index.js





const madeCommandIndex = (0,kind/* undoKind */.fp)({
    name: "command-index",
    fields: { index: kind/* isObject */.Gv },
    lasts: false,
    undo: ({ index }) => keepIndex(index),
    describe: ({ index }) => `az's command index in ${index.kept}`,
});
const command_index_NAME = "commandIndex.json";
const NO_EXTENSIONS = "[]";
async function commandIndexOf(az, profile, toolCache, environment) {
    const extensionFolder = az.variables["AZURE_EXTENSION_DIR"];
    if (toolCache === undefined || az.description === undefined || extensionFolder === undefined)
        return undefined;
    if (environment["AZURE_EXTENSION_DEV_SOURCES"])
        return undefined;
    const { version } = az.description;
    const extensions = await extensionsIn(extensionFolder);
    const key = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([version, profile, az.path, extensions]))
        .digest("hex");
    const kept = external_node_path_.join(toolCache, "azs-login-az", "command-index", `${key.slice(0, 32)}.json`);
    return { file: external_node_path_.join(az.configFolder, command_index_NAME), kept, version, profile, extensions, extensionFolder };
}
async function placeIndex(index) {
    const text = await (0,promises_.readFile)(index.kept, "utf8").catch(() => "");
    if (!isWhole(text, index))
        return false;
    await replace(index.file, text, 0o600, (0,external_node_crypto_.randomUUID)());
    return true;
}
async function placeShipped(version, profile, { configFolder, variables }) {
    if ((await extensionsIn(variables["AZURE_EXTENSION_DIR"] ?? "")) !== NO_EXTENSIONS)
        return;
    const shipped = external_node_path_.join(import.meta.dirname, `command-index-${version}.json`);
    const indexes = JSON.parse(await (0,promises_.readFile)(shipped, "utf8").catch(() => "{}"));
    const commandIndex = indexes[profile];
    if (commandIndex === undefined)
        return;
    const text = JSON.stringify({ version, cloudProfile: profile, commandIndex });
    await replace(external_node_path_.join(configFolder, command_index_NAME), text, 0o600, (0,external_node_crypto_.randomUUID)());
}
async function keepIndex(index) {
    const text = await (0,promises_.readFile)(index.file, "utf8").catch(() => "");
    if (!isWhole(text, index) || text === (await (0,promises_.readFile)(index.kept, "utf8").catch(() => "")))
        return;
    if ((await extensionsIn(index.extensionFolder)) !== index.extensions)
        return;
    await (0,io_files/* makeFolders */.wZ)(external_node_path_.dirname(index.kept))
        .then(() => replace(index.kept, text, 0o644, jobOf(index)))
        .catch(() => undefined);
}
function jobOf({ file }) {
    return external_node_path_.basename(external_node_path_.dirname(external_node_path_.dirname(file)));
}
async function replace(file, text, mode, writer) {
    const temporary = `${file}.${writer}`;
    await (0,promises_.rm)(temporary, { force: true });
    await (0,promises_.writeFile)(temporary, text, { mode, flag: "wx" });
    await (0,promises_.rename)(temporary, file);
}
const FEWEST_COMMANDS = 50;
function isWhole(text, { version, profile }) {
    try {
        const index = JSON.parse(text.replace(/^\uFEFF/, ""));
        const commands = Object.values(index.commandIndex ?? {});
        return (index.version === version &&
            index.cloudProfile === profile &&
            commands.length >= FEWEST_COMMANDS &&
            commands
                .flat()
                .every((module) => typeof module === "string" && /^(azure\.cli\.command_modules\.|azext_)/.test(module)));
    }
    catch {
        return false;
    }
}
async function extensionsIn(folder) {
    const names = (await (0,promises_.readdir)(folder).catch(() => [])).toSorted();
    const described = names.map(async (name) => {
        const extension = external_node_path_.join(folder, name);
        const inside = (await (0,promises_.readdir)(extension).catch(() => [])).filter((entry) => /-info$/.test(entry)).toSorted();
        const { mtimeMs } = await (0,promises_.stat)(extension).catch(() => ({ mtimeMs: 0 }));
        return [name, mtimeMs, ...inside];
    });
    return JSON.stringify(await Promise.all(described));
}
async function startWithIndex(az, profile, journal, host) {
    const index = await commandIndexOf(az, profile, host.toolCache, host.environment);
    const isPlaced = index !== undefined && (await placeIndex(index));
    const version = az.description?.version;
    if (!isPlaced && az.installed && version !== undefined)
        await placeShipped(version, profile, az);
    if (index !== undefined)
        await journal.record(madeCommandIndex.entry({ index }));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/errors/file-codes.js
var file_codes = __webpack_require__(5205);
// EXTERNAL MODULE: ./build/io/json.js
var json = __webpack_require__(387);
// EXTERNAL MODULE: ./build/io/lives.js
var lives = __webpack_require__(7818);
;// CONCATENATED MODULE: ./build/io/first-failure.js
async function allOrFirstFailure(work, stop) {
    for (const part of work)
        part.catch(() => stop?.abort());
    for (const outcome of await Promise.allSettled(work)) {
        if (outcome.status === "rejected")
            throw outcome.reason;
    }
}
async function eachOrFirstFailure(items, work) {
    const failures = [];
    for (const item of items)
        await work(item).catch((error) => failures.push(error));
    if (failures.length > 0)
        throw failures[0];
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/az/configure/revert.js

function revert(name, versions) {
    const { base, ours, current } = versions;
    if (ours === base)
        return current;
    if (current === ours || current === undefined || name.endsWith(".bin"))
        return base;
    const format = name.endsWith(".json") ? JSON_FORMAT : INI_FORMAT;
    const now = format.parse(current);
    const empty = Array.isArray(now) ? [] : {};
    const before = base === undefined ? empty : format.parse(base);
    const reverted = revertValue(before, ours === undefined ? empty : format.parse(ours), now, format.containers);
    if (base === undefined && isEmpty(reverted))
        return undefined;
    if ((0,external_node_util_.isDeepStrictEqual)(reverted, before))
        return base;
    return (0,external_node_util_.isDeepStrictEqual)(reverted, now) ? current : format.print(reverted, current);
}
function revertValue(base, ours, current, containers) {
    if ((0,external_node_util_.isDeepStrictEqual)(ours, base))
        return current;
    if ((0,external_node_util_.isDeepStrictEqual)(current, ours))
        return base;
    if (base === undefined && containers < 1)
        return undefined;
    if (Array.isArray(current))
        return orNothing(revertList(base, ours, current), base);
    if (!isMembers(current))
        return current;
    return orNothing(revertMembers(asMembers(base), asMembers(ours), current, containers), base);
}
function revertMembers(base, ours, current, containers) {
    const names = new Set([...Object.keys(base), ...Object.keys(current)]);
    const entries = [...names].map((name) => [name, revertValue(base[name], ours[name], current[name], containers - 1)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
function revertList(base, ours, current) {
    return Object.values(revertMembers(byIdentity(base), byIdentity(ours), byIdentity(current), 0));
}
function orNothing(value, base) {
    return base === undefined && isEmpty(value) ? undefined : value;
}
const isEmpty = (value) => value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
const IDENTITY = ["id", "environmentName", "client_id", "tenant", "servicePrincipalId", "servicePrincipalTenant"];
function byIdentity(list) {
    const entries = Array.isArray(list) ? list : [];
    return Object.fromEntries(entries.map((entry) => {
        const named = isMembers(entry) && IDENTITY.some((name) => name in entry);
        return [JSON.stringify(named ? IDENTITY.map((name) => entry[name]) : entry), entry];
    }));
}
const isMembers = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const asMembers = (value) => (isMembers(value) ? value : {});
const MARK = "\u00ef\u00bb\u00bf";
const JSON_FORMAT = {
    containers: 2,
    parse: (text) => JSON.parse(Buffer.from(text.replace(MARK, ""), "latin1").toString("utf8")),
    print(value, like) {
        const text = Buffer.from(JSON.stringify(value), "utf8").toString("latin1");
        return like.startsWith(MARK) ? MARK + text : text;
    },
};
const INI_FORMAT = {
    containers: 1,
    parse: (text) => Object.fromEntries(text
        .split(/^(?=\[)/m)
        .filter((piece) => piece.trim() !== "")
        .map((piece) => {
        const [first = "", ...rest] = piece.split("\n");
        return first.startsWith("[") ? [first.trim(), iniLines(rest)] : ["", iniLines([first, ...rest])];
    })),
    print(value) {
        const sections = Object.entries(value).map(([header, lines]) => [...(header === "" ? [] : [header]), ...Object.values(lines)].join("\n"));
        return sections.length === 0 ? undefined : `${sections.join("\n\n")}\n\n`;
    },
};
function iniLines(lines) {
    const found = {};
    let last = "";
    for (const line of lines.filter((text) => text.trim() !== "")) {
        if (/^\s/.test(line) && last !== "")
            found[last] += `\n${line}`;
        else {
            last = /^[^#;][^=:]*/.exec(line)?.[0].trim() ?? line;
            found[last] = line;
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/az/configure/machine-config.js








const STATE = [
    "clouds.config",
    "config",
    "azureProfile.json",
    "service_principal_entries.json",
    "service_principal_entries.bin",
    "accessTokens.json",
    "msal_token_cache.json",
    "msal_token_cache.bin",
];
const CACHES = [
    "commandIndex.json",
    "az.json",
    "az.sess",
    "versionCheck.json",
    "msal_http_cache.bin",
    "commands",
    "logs",
    "telemetry",
];
const configChange = (0,kind/* undoKind */.fp)({
    name: "az-config",
    fields: { folder: kind/* isText */.KH, existed: (value) => typeof value === "boolean", before: kind/* isText */.KH, after: kind/* isText */.KH },
    lasts: true,
    lateObstacle: ({ folder, after }) => (0,external_node_fs_.existsSync)(after)
        ? undefined
        : `The az configuration in ${folder} may still contain the login of an earlier job that died (isolate: false).`,
    undo: restoreMachineConfig,
    describe: ({ folder }) => `az configuration in ${folder}`,
});
async function hasCloud(folder, name) {
    const text = await (0,promises_.readFile)(external_node_path_.join(folder, "clouds.config"), "utf8").catch(() => "");
    return text.split(/\r?\n/).includes(`[${name}]`);
}
async function recordMachineConfig(folder, journal) {
    const before = external_node_path_.join(journal.folder, `az-before-${(0,external_node_crypto_.randomUUID)()}`);
    const existed = await (0,promises_.stat)(folder).then(() => true, () => false);
    await copyConfig(folder, before);
    await journal.record(configChange.entry({ folder, existed, before, after: afterOf(before) }));
}
async function recordChangedConfig(folder, journal) {
    const before = (await (0,promises_.readdir)(journal.folder)).find((name) => name.startsWith("az-before-"));
    if (before !== undefined)
        await copyConfig(folder, afterOf(external_node_path_.join(journal.folder, before)));
}
function afterOf(before) {
    return before.replace("az-before-", "az-after-");
}
async function copyConfig(folder, copy) {
    const incomplete = `${copy}-incomplete`;
    await (0,io_files/* createPrivateFolder */.Aj)(incomplete);
    for (const name of await present(folder, [...STATE, ...CACHES])) {
        await (0,promises_.cp)(external_node_path_.join(folder, name), external_node_path_.join(incomplete, name), { recursive: true, preserveTimestamps: true });
    }
    await (0,promises_.rename)(incomplete, copy);
}
async function present(folder, names) {
    const found = new Set(await (0,promises_.readdir)(folder).catch(() => []));
    return names.filter((name) => found.has(name));
}
async function restoreMachineConfig({ folder, existed, before, after }) {
    const copied = await (0,promises_.readdir)(before);
    for (const name of CACHES) {
        await (0,promises_.rm)(external_node_path_.join(folder, name), { recursive: true, force: true });
        if (copied.includes(name))
            await (0,promises_.cp)(external_node_path_.join(before, name), external_node_path_.join(folder, name), { recursive: true, preserveTimestamps: true });
    }
    await eachOrFirstFailure(STATE, (name) => restoreState(name, folder, before, after));
    if (!existed)
        await (0,promises_.rmdir)(folder).catch(() => undefined);
}
async function restoreState(name, folder, before, after) {
    const decided = before.replace("az-before-", "az-restored-");
    const [base, current, earlier] = await Promise.all([before, folder, decided].map((place) => machine_config_read(place, name)));
    const ours = (await (0,promises_.readdir)(after).catch(() => undefined)) === undefined ? current : await machine_config_read(after, name);
    const restored = earlier ?? revert(name, { base, ours, current });
    const file = external_node_path_.join(folder, name);
    if (restored === undefined)
        return (0,promises_.rm)(file, { force: true });
    if (restored !== current) {
        if (earlier === undefined)
            await keepDecision(external_node_path_.join(decided, name), restored);
        await (0,io_files/* makeFolders */.wZ)(folder, 0o700);
        await (0,promises_.writeFile)(file, restored, { mode: 0o600, encoding: "latin1" });
    }
    await restoreMode(external_node_path_.join(before, name), file);
}
async function keepDecision(file, restored) {
    await (0,io_files/* makeFolders */.wZ)(external_node_path_.dirname(file), 0o700);
    await (0,promises_.writeFile)(`${file}-incomplete`, restored, { mode: 0o600, encoding: "latin1" });
    await (0,promises_.rename)(`${file}-incomplete`, file);
}
async function restoreMode(original, file) {
    const status = await (0,promises_.stat)(original).catch(() => undefined);
    if (status !== undefined)
        await (0,promises_.chmod)(file, status.mode);
}
function machine_config_read(folder, name) {
    return (0,promises_.readFile)(external_node_path_.join(folder, name), "latin1").catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
}

;// CONCATENATED MODULE: ./build/az/configure/config-claim.js











const configClaim = (0,kind/* undoKind */.fp)({
    name: "az-claim",
    fields: { folder: kind/* isText */.KH, job: kind/* isText */.KH, made: kind/* isTextOrMissing */.DH },
    lasts: true,
    undo: (claim, { shared }) => releaseMachineConfig(claim, shared),
    describe: ({ folder }) => `this job's claim on the az configuration in ${folder}`,
});
const CLAIM = "azs-login-jobs.jsonl";
const LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;
async function claimMachineConfig(folder, journal, shared, now) {
    const made = await uppermostMissing(folder);
    await usable(folder, () => requireUsable(folder, made));
    await journal.record(configClaim.entry({ folder, job: external_node_path_.basename(journal.folder), made }));
    await usable(folder, () => (0,io_files/* makeFolders */.wZ)(folder, 0o700));
    const own = { life: journal.life, since: now.toISOString() };
    const joined = (text) => {
        const holders = holdersIn(text).filter((one) => !isDead(one, now));
        const other = holders.find(({ life }) => !isSameJob(life, journal.life));
        if (other !== undefined)
            throw azFailures.homeInUse({ folder, job: other.life.folder, file: CLAIM });
        return textOf([...holders, own]);
    };
    await usable(folder, () => shared.exclusively(folder, (files) => files.change(external_node_path_.join(folder, CLAIM), joined)));
}
async function releaseMachineConfig({ folder, job, made }, shared) {
    if (await isThere(folder)) {
        if ((await (0,promises_.readdir)(folder)).some((name) => name.startsWith(CLAIM)))
            await shared.exclusively(folder, (files) => files.change(external_node_path_.join(folder, CLAIM), (text) => textOf(holdersIn(text).filter(({ life }) => external_node_path_.basename(life.folder) !== job))));
        await shared.release(folder);
    }
    if (made !== undefined)
        await removeEmpty(folder, made);
}
async function uppermostMissing(folder) {
    if (await isThere(folder))
        return undefined;
    const parent = external_node_path_.dirname(folder);
    return parent === folder ? folder : ((await uppermostMissing(parent)) ?? folder);
}
async function removeEmpty(folder, uppermost) {
    const isGone = await (0,promises_.rmdir)(folder).then(() => true, ({ code }) => code === "ENOENT");
    if (isGone && folder !== uppermost && folder !== external_node_path_.dirname(folder))
        await removeEmpty(external_node_path_.dirname(folder), uppermost);
}
function holdersIn(text) {
    return text.split("\n").flatMap((line) => {
        const { life, since } = Object((0,json/* jsonOf */.o_)(line));
        const whole = (0,lives/* asLife */.V5)(life);
        return whole === undefined || Number.isNaN(Date.parse(String(since)))
            ? []
            : [{ life: whole, since: String(since) }];
    });
}
const textOf = (holders) => holders.map((one) => `${JSON.stringify(one)}\n`).join("");
function isDead({ life, since }, now) {
    return (0,lives/* isOver */.PU)(life) || now.getTime() - Date.parse(since) > LONGEST_JOB_MS;
}
function isSameJob(one, other) {
    const isSameRunner = one.runner?.pid === other.runner?.pid && one.runner?.start === other.runner?.start;
    return isSameRunner && one.paths === other.paths && external_node_path_.dirname(one.folder) === external_node_path_.dirname(other.folder);
}
async function requireUsable(folder, made) {
    if (made !== undefined)
        return (0,promises_.access)(external_node_path_.dirname(made), external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
    const names = await (0,promises_.readdir)(folder);
    await (0,promises_.access)(folder, WHOLLY);
    for (const name of names) {
        const file = external_node_path_.join(folder, name);
        if (STATE.includes(name))
            await requirePlain(file, await (0,promises_.stat)(file), external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK);
        else if (CACHES.includes(name))
            await requireRemovable(file, external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK);
    }
}
const WHOLLY = external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK;
async function requirePlain(file, status, rights) {
    if (!status.isFile())
        throw Object.assign(new Error("no plain file"), { code: NO_PLAIN_FILE, path: file });
    await (0,promises_.access)(file, rights);
}
async function requireRemovable(file, rights) {
    const status = await (0,promises_.lstat)(file);
    if (status.isSymbolicLink())
        return;
    if (!status.isDirectory())
        return requirePlain(file, status, rights);
    await (0,promises_.access)(file, WHOLLY);
    for (const name of await (0,promises_.readdir)(file))
        await requireRemovable(external_node_path_.join(file, name), external_node_fs_.constants.R_OK);
}
async function usable(folder, work) {
    try {
        return await work();
    }
    catch (error) {
        const { code = "", path: file = folder } = error;
        const reason = error instanceof failure/* Failure */.H ? undefined : REASONS[code];
        throw reason === undefined ? error : azFailures.homeUnwritable({ folder, reason: `${file}: ${reason}` }, error);
    }
}
const NO_PLAIN_FILE = "no plain file";
const REASONS = {
    ...file_codes/* PATH_REASONS */.C,
    EROFS: "the file system is read-only",
    ENOENT: "it does not exist, or is a broken link",
    EEXIST: "it is no folder",
    ELOCKED: "another job keeps it locked",
    [NO_PLAIN_FILE]: "it is no plain file",
};
function isThere(file) {
    return (0,promises_.lstat)(file).then(() => true, ({ code }) => code !== "ENOENT");
}

;// CONCATENATED MODULE: ./build/az/configure/settings.js
const BOOLEAN = /^(?:1|yes|true|on|0|no|false|off)$/i;
const OUTPUT = /^(?:json|jsonc|yaml|yamlc|table|tsv|none)$/i;
const fixed = (text) => () => text;
const always = (name, why, description, value, unset) => ({
    name,
    why,
    step: "set",
    later: { when: "always", value, description, ...(unset === undefined ? {} : { unset }) },
});
const there = (name, why, description, value) => ({
    name,
    why,
    step: "cleared",
    later: { when: "there", value, description },
});
const mended = (name, otherwise) => ({
    name,
    why: "az crashes on a value that it cannot parse",
    step: "cleared",
    later: { when: "broken", value: fixed(otherwise), description: `\`${otherwise}\`` },
});
const cleared = (name, why, warns) => ({
    name,
    why,
    step: "cleared",
    ...(warns === undefined ? {} : { warns }),
});
const SETTINGS = [
    always("AZURE_CONFIG_DIR", "where az stores logins and clouds", "the job's folder (`isolate: false`: the machine's)", ({ configFolder }) => configFolder, ({ machineFolder }) => machineFolder ?? "~/.azure"),
    always("AZURE_EXTENSION_DIR", "a folder of the job would hide the machine's extensions", "the machine's extensions", ({ extensionFolder }) => extensionFolder, ({ extensionFolder }) => extensionFolder),
    always("AZURE_CORE_COLLECT_TELEMETRY", "telemetry", "`false`", fixed("false"), fixed("true")),
    always("AZURE_CORE_INSTANCE_DISCOVERY", "az 2.54 and later ask login.microsoftonline.com about a stamp's authority", "`false`", fixed("false"), fixed("true")),
    always("AZURE_CORE_ERROR_RECOMMENDATION", "az asks app.aladdin.microsoft.com about a mistyped command", "`off`", fixed("off"), fixed("on")),
    there("AZURE_CLOUD_NAME", "overrides `az cloud set`", "the stamp's cloud", ({ cloudName }) => cloudName),
    there("AZURE_CORE_ENCRYPT_TOKEN_CACHE", "az would not find the tokens that the step's az wrote", "az's default", () => (process.platform === "win32" ? "true" : "false")),
    there("AZURE_ACCESS_TOKEN_FILE", "az up to 2.29 stores credentials there", "`accessTokens.json` in `AZURE_CONFIG_DIR`", ({ configFolder }) => `${configFolder}/accessTokens.json`),
    there("MSAL_FORCE_REGION", "sends the login to a regional host of Entra", "none", fixed("")),
    there("AZURE_REGIONAL_AUTHORITY_NAME", "the same, for Azure SDKs", "none", fixed("")),
    mended("AZURE_CORE_OUTPUT", "json"),
    mended("AZURE_CORE_ONLY_SHOW_ERRORS", "false"),
    mended("AZURE_CORE_NO_COLOR", "false"),
    mended("AZURE_CORE_USE_COMMAND_INDEX", "true"),
    mended("AZURE_CORE_DISABLE_CONFIRM_PROMPT", "false"),
    mended("AZURE_CORE_DISABLE_PROGRESS_BAR", "false"),
    mended("AZURE_CORE_DISABLE_CONCURRENT_IDS", "false"),
    mended("AZURE_CORE_SURVEY_MESSAGE", "false"),
    mended("AZURE_CORE_FIRST_RUN", "false"),
    mended("AZURE_CORE_USE_MSAL_HTTP_CACHE", "true"),
    mended("AZURE_CORE_ENABLE_BROKER_ON_WINDOWS", "true"),
    mended("AZURE_CORE_LOGIN_EXPERIENCE_V2", "true"),
    mended("AZURE_LOGGING_ENABLE_LOG_FILE", "false"),
    mended("AZURE_CLIENTS_SHOW_SECRETS_WARNING", "false"),
    cleared("AZURE_CORE_*", "any other setting of az's"),
    cleared("AZURE_LOGGING_*", "az would log the step's commands to a place that post does not clean"),
    cleared("AZURE_DEFAULTS_*", "a resource group, location or other default of yours"),
    cleared("AZURE_CLIENTS_*", "any other setting of az's"),
    cleared("AZURE_CLI_DISABLE_CONNECTION_VERIFICATION", "turns az's verification of TLS off"),
    cleared("ADAL_PYTHON_SSL_NO_VERIFY", "the same, for az up to 2.29"),
    cleared("ARM_CLOUD_METADATA_URL", "az asks it for clouds before each command"),
    cleared("SSLKEYLOGFILE", "the TLS keys of the step would be written there"),
    { name: "NETRC", why: "a `default` entry replaces the login's token", step: "set" },
    cleared("PYTHONPATH", "modules there take precedence over az's", "it leads to a package `azure`, and az runs on a Python that looks there"),
    cleared("PYTHONHOME", "az's Python finds no standard library", "no Python's library is there"),
    cleared("PYTHON*", "any other setting of Python's: its options, its encoding, its cache"),
    cleared("__PYVENV_LAUNCHER__", "macOS: makes a Python run as another one"),
    cleared("NODE_TLS_REJECT_UNAUTHORIZED", "turns Node's verification of TLS off"),
    cleared("AZURE_IDENTITY_DISABLE_MULTITENANTAUTH", "the step's own SDK would use another tenant"),
    { name: "AZURE_EXTENSION_*", why: "any other setting of extensions", step: "kept" },
    { name: "AZURE_HTTP_USER_AGENT", why: "what az calls itself", step: "kept" },
    { name: "NODE_*", why: "Node reads them before the step begins", step: "kept" },
    { name: "LD_*, DYLD_*, OPENSSL_*", why: "how programs find their libraries", step: "kept" },
];
const REPLACED = SETTINGS.filter(({ later }) => later && later.when !== "always").map(({ name }) => name);
function ownSettings(facts, environment) {
    const gone = SETTINGS.filter(({ step }) => step === "cleared");
    const names = Object.keys(environment).filter((name) => gone.some((setting) => settings_covers(setting, name)));
    const set = SETTINGS.flatMap(({ name, step, later }) => step === "set" && later !== undefined ? [[name, later.value(facts)]] : []);
    return { ...Object.fromEntries(names.map((name) => [name, undefined])), ...Object.fromEntries(set), NETRC: "" };
}
function launcherSettings(own) {
    return Object.fromEntries(Object.entries(own).filter(([name]) => !/^PYTHON/i.test(name)));
}
function laterSettings(facts, job) {
    const values = {};
    const afterwards = {};
    const warnings = [];
    for (const { name, later } of SETTINGS) {
        const had = job(name);
        const value = later?.value(facts);
        if (later === undefined || value === undefined || !isDue(name, later.when, had))
            continue;
        values[name] = value;
        afterwards[name] = had || (later.unset?.(facts) ?? had ?? "");
        if (later.when === "broken" && had !== "")
            warnings.push(`${name} is "${had}", which az cannot read: later steps get "${value}".`);
    }
    return { values, afterwards, warnings };
}
function isDue(name, when, had) {
    if (when === "always")
        return true;
    if (had === undefined)
        return false;
    return when === "there" || !(name === "AZURE_CORE_OUTPUT" ? OUTPUT : BOOLEAN).test(had);
}
function settings_covers({ name }, variable) {
    const spelled = process.platform === "win32" ? variable.toUpperCase() : variable;
    return name.endsWith("*") ? spelled.startsWith(name.slice(0, -1)) : spelled === name;
}

;// CONCATENATED MODULE: ./build/az/configure/configure.js









async function configure({ isolate, cloudName }, bundle, job, shared, { environment, setAside, toolCache }) {
    const machineFolder = machineFolderOf(environment);
    const folder = isolate ? external_node_path_.join(job.folder, "azure") : (machineFolder ?? noHome());
    if (isolate)
        await (0,io_files/* createPrivateFolder */.Aj)(folder);
    else {
        await claimMachineConfig(folder, job, shared, new Date());
        await recordMachineConfig(folder, job);
    }
    const extensionFolder = extensionFolderOf(environment);
    const facts = { configFolder: folder, machineFolder, extensionFolder, cloudName };
    return {
        folder,
        own: {
            ...ownSettings(facts, environment),
            ...proxyForPython(environment),
            AZURE_CORE_ONLY_SHOW_ERRORS: "false",
            ...(bundle === undefined ? {} : { REQUESTS_CA_BUNDLE: bundle }),
        },
        later: laterSettings(facts, (name) => setAside[name] ?? environment[name]),
        pythonVariables: Object.keys(environment).filter((name) => /^PYTHON(?:HOME|PATH|USERBASE)$/i.test(name)),
        async finish(az, profile, closed) {
            if (isolate)
                return startWithIndex(az, profile, job, { toolCache, environment });
            await closed;
            await recordChangedConfig(folder, job);
        },
    };
}
function machineFolderOf(environment) {
    const home = homeOf(environment);
    const folder = environment["AZURE_CONFIG_DIR"] || (home === undefined ? undefined : external_node_path_.join(home, ".azure"));
    return folder === undefined ? undefined : external_node_path_.resolve(folder);
}
function extensionFolderOf(environment) {
    const folder = machineFolderOf(environment);
    return environment["AZURE_EXTENSION_DIR"] || (folder === undefined ? undefined : external_node_path_.join(folder, "cliextensions"));
}
function noHome() {
    throw azFailures.noHome({});
}

;// CONCATENATED MODULE: ./build/az/find/matrix.js
const MATRIX = [
    { az: "2.45.0", fails: ["keyvault secret", "network", "vm", "role"] },
    { az: "2.65.0", fails: [] },
    { az: "2.66.2", fails: [] },
    { az: "2.72.0", fails: [] },
];

;// CONCATENATED MODULE: ./build/az/find/standing.js

const FULL = { serves: true, fails: [] };
function standingOf(version, { profile, resourceGrant }, matrix = MATRIX) {
    if (!version?.startsWith("2.") || profile === "latest" || resourceGrant)
        return FULL;
    const below = matrix.findLast(({ az }) => compare(az, version) <= 0);
    const above = matrix.find(({ az }) => compare(az, version) >= 0);
    const fails = [...new Set([...(below?.fails ?? []), ...(above?.fails ?? [])])];
    return { serves: below !== undefined && above !== undefined && fails.length === 0, fails };
}
function compare(one, other) {
    return one.localeCompare(other, "en", { numeric: true });
}

// EXTERNAL MODULE: ./build/stamp/profiles.js
var profiles = __webpack_require__(4320);
;// CONCATENATED MODULE: ./build/az/find/versions.js

const AZ_CHANGES = {
    profile2020: { since: 16, what: "knows the API profile `2020-09-01-hybrid`", source: "azure-cli#15096" },
    msal: {
        since: 30,
        what: "accepts ID tokens (OIDC), and device codes in the present form; asks AD FS for a scope (MSAL). Up to 2.29.2 az asks for a `resource` (ADAL), and some AD FS accept nothing else (`MSIS9605`)",
        source: "azure-cli#20177",
    },
    instanceDiscovery: {
        since: 54,
        what: "`AZURE_CORE_INSTANCE_DISCOVERY=false` prevents requests to login.microsoftonline.com about an authority",
        source: "release notes",
    },
    certificateFlag: {
        since: 66,
        what: "`az login --certificate PATH`; before, `--password PATH`",
        source: "release notes",
    },
    passwordOnly: { since: 67, what: "`--password` no longer accepts certificates", source: "release notes" },
    hybridProfilesGone: { since: 73, what: "has no hybrid API profiles any more", source: "azure-cli#31307" },
    skipDiscovery: {
        since: 75,
        what: "`az cloud register --skip-endpoint-discovery`; without it, az asks for metadata that a stamp does not have",
        source: "azure-cli#31547",
    },
};
const SUPPORTED_AZ = "2.66.2";
const LAST_ADAL_AZ = "2.29.2";
function azTraits(version) {
    return { certificateFlag: has(version, "certificateFlag"), skipsDiscovery: has(version, "skipDiscovery") ?? false };
}
function serves(version, { profile, resourceGrant, msal }) {
    if (resourceGrant && has(version, "msal"))
        return false;
    if (msal && has(version, "msal") === false)
        return false;
    if (profile === "latest")
        return true;
    const gone = has(version, "hybridProfilesGone");
    if (gone === undefined)
        return undefined;
    return !gone && (profile !== "2020-09-01-hybrid" || has(version, "profile2020") === true);
}
function versionFor({ resourceGrant }) {
    return resourceGrant ? LAST_ADAL_AZ : SUPPORTED_AZ;
}
function profilesOf(version) {
    return profiles/* PROFILE_NAMES */.J.filter((profile) => serves(version, { profile }));
}
function has(version, change) {
    const minor = /^2\.(\d+)\.\d+/.exec(version ?? "")?.[1];
    return minor === undefined ? undefined : Number(minor) >= AZ_CHANGES[change].since;
}

;// CONCATENATED MODULE: ./build/az/find/suitability.js



function suitabilityOf(version, need, profiles) {
    const byVersion = serves(version, need);
    const doesServe = byVersion === false || profiles === undefined ? byVersion : profiles.some((name) => name === need.profile);
    const standing = standingOf(version, need);
    return { serves: doesServe, wholly: doesServe !== false && standing.serves, fails: standing.fails };
}
function unsuitable(az, version, need, known) {
    const named = version ?? "unknown";
    if (need.resourceGrant && serves(version, { ...need, resourceGrant: false })) {
        return azFailures.asksForScope({ az, version: named });
    }
    if (need.msal && serves(version, { ...need, msal: false }))
        return azFailures.withoutMsal({ az, version: named });
    const profile = need.profile === "auto" ? "2020-09-01-hybrid or any other of Azure Stack Hub" : need.profile;
    const profiles = (known ?? profilesOf(named)).join(", ");
    return azFailures.profileUnknown({ az, version: named, profile, known: profiles || "none of them" });
}

;// CONCATENATED MODULE: ./build/az/find/choice.js




function chooseAz(options, runner, need) {
    const isNamed = /^\d/.test(options.azVersion);
    const version = isNamed ? options.azVersion : runner?.version;
    const { serves, wholly } = suitabilityOf(version, need);
    if (mayInstall(options)) {
        return runner !== undefined && wholly
            ? { from: "runner", az: runner }
            : { from: "installation", version: versionFor(need) };
    }
    const az = isNamed ? undefined : runner;
    if (!isNamed && az === undefined) {
        throw azFailures.missing({ where: options.azPath === undefined ? "on the runner's PATH" : `at ${options.azPath}` });
    }
    if (serves === false)
        throw unsuitable(az?.path ?? "the az that az-version asks for", version, need);
    return az === undefined ? { from: "installation", version: options.azVersion } : { from: "runner", az };
}
function mayInstall({ azPath, azVersion }) {
    return azVersion === "auto" && azPath === undefined;
}
function mayStandIn(options, runner, why, need) {
    const missed = why instanceof failure/* Failure */.H && why.code.startsWith("AZS52") && why.code !== "AZS522";
    return missed && mayInstall(options) && suitabilityOf(runner.version, need).serves !== false;
}

;// CONCATENATED MODULE: ./build/az/find/installed-version.js


async function installedVersion({ file, environment }) {
    const listed = environment["PYTHONPATH"]?.split(external_node_path_.delimiter).filter(Boolean) ?? [];
    const folders = [...listed, ...(await packageFolders(file))];
    const names = (await Promise.all(folders.map((folder) => (0,promises_.readdir)(folder).catch(() => [])))).flat();
    const versions = names.flatMap((name) => /^azure_cli-(\d[^-]*?)(?:-py[\d.]+)?\.(?:dist|egg)-info$/i.exec(name)?.[1] ?? []);
    const [version, ...more] = new Set(versions);
    return more.length === 0 ? version : undefined;
}
async function packageFolders(python) {
    const bin = external_node_path_.dirname(python);
    if (process.platform === "win32") {
        return [external_node_path_.join(bin, "Lib", "site-packages"), external_node_path_.join(bin, "..", "Lib", "site-packages")];
    }
    const prefix = external_node_path_.dirname(bin);
    const parents = prefix === "/usr" ? ["/usr/lib", "/usr/local/lib"] : [external_node_path_.join(prefix, "lib"), external_node_path_.join(prefix, "lib64")];
    const found = await Promise.all(parents.map(async (parent) => {
        const pythons = (await (0,promises_.readdir)(parent).catch(() => [])).filter((name) => /^python3(\.\d+)?$/.test(name));
        return pythons.flatMap((name) => ["site-packages", "dist-packages"].map((kind) => external_node_path_.join(parent, name, kind)));
    }));
    return found.flat();
}

// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js + 1 modules
var io = __webpack_require__(669);
;// CONCATENATED MODULE: ./build/az/find/locate.js




const LAUNCHER_BYTES = 8192;
async function locateAz(explicit) {
    const found = explicit === undefined ? await (0,io/* which */.K7)("az") : external_node_path_.resolve(explicit);
    if (found === "")
        return undefined;
    const launcher = await (0,promises_.realpath)(found).catch(() => undefined);
    if (launcher === undefined)
        return undefined;
    const text = await (0,io_files/* readHead */.zy)(launcher, LAUNCHER_BYTES);
    if (text === undefined)
        return undefined;
    return { path: found, python: await readLauncher(text.toString(), found, launcher) };
}
async function readLauncher(text, found, launcher) {
    const shebang = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text);
    const interpreter = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
    if (interpreter !== undefined && /python[\d.]*$/.test(interpreter)) {
        const file = external_node_path_.isAbsolute(interpreter) ? interpreter : await (0,io/* which */.K7)(interpreter);
        if (file === "" || !text.includes("azure.cli"))
            return undefined;
        return { file, flags: [], environment: {}, ...fromWorkingFolder(/["']-m["']/.test(text)) };
    }
    for (const { assignments, program, flags } of text.split("\n").flatMap((line) => commandIn(line) ?? [])) {
        const file = await resolveProgram(program.replaceAll('"', ""), text, external_node_path_.dirname(found), external_node_path_.dirname(launcher));
        if (file === undefined)
            continue;
        const imports = importVariables(assignments.join(" "), external_node_path_.dirname(found));
        return { file, flags, environment: imports, ...fromWorkingFolder(!/[IP]/.test(flags.join(""))) };
    }
    return undefined;
}
function commandIn(line) {
    const words = line.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
    const module = words.findIndex((word) => word.startsWith("azure.cli"));
    const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
    const [program = "", ...flags] = words.slice(words[start] === "exec" ? start + 1 : start, module);
    const last = /^-([A-Za-z]*)m$/.exec(flags.pop() ?? "")?.[1];
    if (module < 0 || last === undefined || !flags.every((flag) => /^-[A-Za-z]+$/.test(flag)))
        return undefined;
    return { assignments: words.slice(0, start), program, flags: last === "" ? flags : [...flags, `-${last}`] };
}
async function resolveProgram(program, text, foundIn, launcherIn) {
    const variable = /^\$\{?(\w+)\}?$/.exec(program)?.[1];
    if (variable !== undefined) {
        const names = [...text.matchAll(new RegExp(`\\b${variable}=([\\w./-]+)`, "g"))].map((match) => match[1] ?? "");
        return firstOf(names.reverse(), (name) => (0,io/* which */.K7)(name));
    }
    const relative = /^(?:\$\{?\w+\}?[\\/]|%~dp0\\?)(.+)$/.exec(program)?.[1];
    if (relative === undefined)
        return (await (0,io/* which */.K7)(program)) || undefined;
    return firstOf([foundIn, launcherIn], (folder) => realpathOfFolder(external_node_path_.join(folder, ...relative.split(/[\\/]/))));
}
async function firstOf(items, find) {
    for (const item of items) {
        const found = await find(item);
        if (found)
            return found;
    }
    return undefined;
}
async function realpathOfFolder(file) {
    return (0,promises_.access)(file).then(async () => external_node_path_.join(await (0,promises_.realpath)(external_node_path_.dirname(file)), external_node_path_.basename(file)), () => undefined);
}
const fromWorkingFolder = (is) => (is ? { fromWorkingFolder: true } : {});
function importVariables(assignments, binDir) {
    const value = /PYTHONPATH=(\S+)/.exec(assignments)?.[1];
    if (value === undefined)
        return {};
    const folders = value.replaceAll('"', "").split(external_node_path_.delimiter);
    const own = folders.filter((folder) => folder !== "" && !/^\$\{?PYTHONPATH\}?$/.test(folder));
    return { PYTHONPATH: own.join(external_node_path_.delimiter).replaceAll(/\$\{?bin_dir\}?/g, binDir) };
}

;// CONCATENATED MODULE: ./build/az/find/runner-az.js




async function findRunnerAz({ azPath }) {
    const located = await locateAz(azPath);
    if (located === undefined)
        return undefined;
    if (azPath !== undefined && located.python === undefined)
        await mustBeExecutable(located.path);
    return { ...located, version: located.python && (await installedVersion(located.python)) };
}
async function mustBeExecutable(az) {
    await (0,promises_.access)(az, promises_.constants.X_OK).catch((error) => {
        throw azFailures.notExecutable({ az, reason: error.code ?? error.message }, error);
    });
}

// EXTERNAL MODULE: ./build/errors/provision.js
var provision = __webpack_require__(6829);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/proper-lockfile/index.js
var proper_lockfile = __webpack_require__(3648);
;// CONCATENATED MODULE: ./build/io/locks.js







const POLL_MS = 250;
const BY_THIS_USER = {
    async make(folder, holder) {
        await (0,promises_.mkdir)(folder);
        await (0,promises_.writeFile)(external_node_path_.join(folder, holder), "", { flag: "wx" });
    },
    renew: (folder, time) => (0,promises_.utimes)(folder, time, time),
    async release(folder, holder) {
        await (0,promises_.rm)(external_node_path_.join(folder, holder), { force: true });
        await (0,promises_.rmdir)(folder);
    },
    clear: (folder) => (0,promises_.rm)(folder, { recursive: true, force: true }),
};
async function exclusively(lockfile, { waitMs, staleMs }, work, keeper = BY_THIS_USER, holder = (0,external_node_crypto_.randomUUID)()) {
    const until = performance.now() + waitMs;
    for (;;) {
        const held = await take(lockfile, holder, staleMs, until, keeper);
        if (!(await held.isAlone())) {
            await held.release();
            await (0,external_node_timers_promises_.setTimeout)(POLL_MS);
            continue;
        }
        try {
            return await work(held.isHeld);
        }
        finally {
            await held.release();
        }
    }
}
async function clearLeft(lockfile, staleMs, keeper = BY_THIS_USER, holder = "") {
    const status = await (0,promises_.stat)(lockfile).catch(() => undefined);
    if (status === undefined)
        return;
    const isOwn = holder !== "" && (0,external_node_fs_.existsSync)(external_node_path_.join(lockfile, holder));
    if (isOwn || Date.now() - status.mtimeMs > staleMs)
        await keeper.clear(lockfile);
}
async function take(lockfile, holder, staleMs, until, keeper) {
    let isMade = false;
    let renewing = Promise.resolve();
    const fs = {
        stat: (0,external_node_util_.callbackify)(promises_.stat),
        mkdir: (0,external_node_util_.callbackify)(async (folder) => {
            await keeper.make(folder, holder);
            isMade = true;
        }),
        rmdir: (0,external_node_util_.callbackify)((folder) => (isMade ? keeper.release(folder, holder) : keeper.clear(folder))),
        utimes: (0,external_node_util_.callbackify)((folder, _, modified) => {
            const renewed = keeper.renew(folder, modified);
            renewing = renewed.catch(() => undefined);
            return renewed;
        }),
    };
    const options = {
        fs,
        lockfilePath: lockfile,
        realpath: false,
        stale: staleMs,
        update: staleMs / 3,
        onCompromised: () => undefined,
    };
    const free = await locked(lockfile, options, until);
    return {
        isHeld: async () => (0,external_node_fs_.existsSync)(external_node_path_.join(lockfile, holder)),
        isAlone: async () => (await (0,promises_.readdir)(lockfile).catch(() => [])).join() === holder,
        async release() {
            await renewing;
            await free().catch(() => undefined);
        },
    };
}
async function locked(lockfile, options, until) {
    for (;;) {
        try {
            return await (0,proper_lockfile.lock)(lockfile, options);
        }
        catch (error) {
            if (!isContended(error, lockfile) || performance.now() > until)
                throw error;
        }
        await (0,external_node_timers_promises_.setTimeout)(POLL_MS);
    }
}
function isContended({ code }, lockfile) {
    return code === "ELOCKED" || code === "EEXIST" || (code === "ENOENT" && (0,external_node_fs_.existsSync)(external_node_path_.dirname(lockfile)));
}

;// CONCATENATED MODULE: ./build/provision/unfinished-installation.js





const unfinished_installation_NAME = "azs-login-az";
const PATIENCE = { waitMs: 20 * 60_000, staleMs: 10_000 };
const SHORT_PATIENCE = { ...PATIENCE, waitMs: 15_000 };
const unfinishedInstallation = (0,kind/* undoKind */.fp)({
    name: "installation",
    fields: { folder: kind/* isText */.KH },
    lasts: true,
    undo: ({ folder }, { toolCache }) => removeIncomplete(folder, toolCache),
    describe: ({ folder }) => `unfinished installation in ${folder}`,
});
async function removeIncomplete(folder, toolCache) {
    if (toolCache === undefined || !INSTALLATION.test(external_node_path_.relative(toolCache, folder)))
        return;
    if ((0,external_node_fs_.existsSync)(unfinished_installation_marker(folder)) || !(0,external_node_fs_.existsSync)(external_node_path_.dirname(folder)))
        return;
    await unfinished_installation_removeUnless(folder, toolCache, () => (0,external_node_fs_.existsSync)(unfinished_installation_marker(folder)));
}
const INSTALLATION = /^azs-login-az[\\/][\d.]+-[0-9a-f]{8}[\\/]\w+$/;
async function unfinished_installation_removeUnless(folder, toolCache, isWanted) {
    const remove = async () => {
        if (isWanted())
            return;
        await (0,promises_.rm)(unfinished_installation_marker(folder), { force: true });
        await removeFolder(folder);
    };
    await exclusively(lockOf(folder, toolCache), SHORT_PATIENCE, remove).catch((error) => {
        if (error.code !== "ELOCKED")
            throw error;
    });
    await removeEmptyParents(folder);
}
const unfinished_installation_marker = (folder) => `${folder}.complete`;
function lockOf(folder, root) {
    return external_node_path_.join(root, `${external_node_path_.relative(root, folder).replaceAll(external_node_path_.sep, "-")}.lock`);
}
async function removeEmptyParents(folder) {
    for (const parent of [external_node_path_.dirname(folder), external_node_path_.dirname(external_node_path_.dirname(folder))]) {
        await (0,promises_.rmdir)(parent).catch(() => undefined);
    }
}
async function removeFolder(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}

;// CONCATENATED MODULE: ./build/provision/provision.js








const WINDOWS = process.platform === "win32";
const SCRIPTS = ["provision.py", "children.py", "environment.py", "index.py", "unpack.py", "wheels.py"];
async function findProvisioned(version, { toolCache, jobFolder }) {
    for (const root of [toolCache, jobFolder]) {
        if (root === undefined)
            continue;
        const folder = installFolder(version, root);
        const id = await (0,promises_.readFile)(unfinished_installation_marker(folder), "utf8").catch(() => undefined);
        if (id !== undefined)
            return provisioned(folder, id);
    }
    return undefined;
}
async function provision_provision(version, broken, installFolders, journal, installation) {
    const root = await rootFor(version, installFolders, journal);
    const folder = installFolder(version, root);
    try {
        return await exclusively(lockOf(folder, root), PATIENCE, async (isHeld) => {
            const present = await findProvisioned(version, { toolCache: undefined, jobFolder: root });
            if (present !== undefined && present.id !== broken?.id)
                return present;
            await (0,promises_.rm)(unfinished_installation_marker(folder), { force: true });
            await removeFolder(folder);
            try {
                const { install } = await __webpack_require__.e(/* import() */ 909).then(__webpack_require__.bind(__webpack_require__, 8909));
                await install({ ...installation, version, locked: lockedOf(version), folder });
            }
            catch (error) {
                if (await isHeld())
                    await removeFolder(folder);
                throw error;
            }
            if (!(await isHeld()))
                throw provision/* provisionFailures */.X.interrupted({ version, folder });
            const id = (0,external_node_crypto_.randomUUID)();
            await (0,promises_.writeFile)(external_node_path_.join(folder, "id"), id);
            await (0,promises_.rename)(external_node_path_.join(folder, "id"), unfinished_installation_marker(folder));
            return provisioned(folder, id);
        });
    }
    catch (error) {
        if (error.code !== "ELOCKED")
            throw error;
        throw provision/* provisionFailures */.X.busy({ version, folder, minutes: String(PATIENCE.waitMs / 60_000) }, error);
    }
    finally {
        await removeEmptyParents(folder);
    }
}
async function rootFor(version, installFolders, journal) {
    const { toolCache, jobFolder } = installFolders;
    if (toolCache === undefined)
        return jobFolder;
    const folder = installFolder(version, toolCache);
    await journal.record(unfinishedInstallation.entry({ folder }));
    const parent = external_node_path_.dirname(folder);
    return (0,io_files/* makeFolders */.wZ)(parent)
        .then(() => Promise.all([toolCache, parent].map((place) => (0,promises_.access)(place, external_node_fs_.constants.W_OK))))
        .then(() => toolCache, () => jobFolder);
}
function installFolder(version, root) {
    const parts = [...Object.values(lockedOf(version) ?? {}), ...SCRIPTS.map(beside)];
    const start = (0,external_node_crypto_.createHash)("sha256").update(resolved(root));
    const digest = parts.reduce((hash, file) => hash.update((0,external_node_fs_.readFileSync)(file)), start).digest("hex");
    return external_node_path_.join(root, unfinished_installation_NAME, `${version}-${digest.slice(0, 8)}`, process.arch);
}
function lockedOf(version) {
    const [requirements, contents] = [beside(`az-${version}.txt`), beside(`az-${version}.json`)];
    return (0,external_node_fs_.existsSync)(requirements) ? { requirements, contents } : undefined;
}
function resolved(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch {
        return folder;
    }
}
function beside(name) {
    return external_node_path_.join(import.meta.dirname, name);
}
function provisioned(folder, id) {
    const python = external_node_path_.join(folder, ...(WINDOWS ? ["Scripts", "python.exe"] : ["bin", "python"]));
    return {
        path: external_node_path_.join(folder, "launcher", WINDOWS ? "az.cmd" : "az"),
        python,
        id,
        isIntact: () => (0,external_node_fs_.existsSync)(python) && filesAreIntact(folder),
        markUsed: (now) => (0,promises_.utimes)(unfinished_installation_marker(folder), now, now).catch(() => undefined),
    };
}
function filesAreIntact(folder) {
    try {
        const lines = (0,external_node_fs_.readFileSync)(external_node_path_.join(folder, "files.txt"), "utf8").trimEnd().split("\n");
        return lines.every((line) => {
            const space = line.indexOf(" ");
            return (0,external_node_fs_.statSync)(external_node_path_.join(folder, line.slice(space + 1))).size === Number(line.slice(0, space));
        });
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/az/installations.js


async function presentInstallation(version, installFolders) {
    const present = await findProvisioned(version, installFolders);
    return present && asLocated(present);
}
async function runInstallation(version, profile, running, tools) {
    const present = await findProvisioned(version, tools.installFolders);
    if (present?.isIntact()) {
        await present.markUsed(new Date());
        return (await started(present, running)) ?? (await mustStart(present, running));
    }
    if (present !== undefined)
        tools.installation.report(`az: the installation at ${present.path} is damaged`);
    await running.close();
    const installation = { ...tools.installation, profile };
    return mustStart(await provision_provision(version, present, tools.installFolders, tools.journal, installation), running);
}
async function mustStart(az, running) {
    const installation = await started(az, running);
    if (installation === undefined)
        throw azFailures.doesNotStart({ az: az.path });
    return installation;
}
async function started(az, running) {
    const located = asLocated(az);
    const one = await running.use(located);
    const description = await one.description;
    if (description !== undefined)
        return { ...located, started: one, description };
    await running.close();
    return undefined;
}
function asLocated({ path, python }) {
    return { path, python: { file: python, flags: ["-I"], environment: {} } };
}

;// CONCATENATED MODULE: ./build/az/run/command-failure.js

const MOST_READ = 20_000;
const CUT = "…";
const PYTHONS_OWN = /^Fatal Python error|No module named|ModuleNotFoundError|ImportError/m;
function explain({ name: command }, { errors: all, stopped, ended }, { path: az, description, pythonVariables }, profile) {
    const errors = abridged(all);
    const answer = lastWords(errors);
    if (ended !== undefined)
        return endedByStep(command, answer, ended);
    const variables = description === undefined ? pythonVariables.join(", ") : "";
    if (variables !== "" && PYTHONS_OWN.test(errors))
        return azFailures.pythonMisled({ az, command, variables, answer });
    if (stopped)
        return azFailures.stopped({ command, answer });
    if (/not a valid value for '--profile'/.test(errors)) {
        const known = /Allowed values: ([^.\n]*)/.exec(errors)?.[1] ?? "others";
        return azFailures.profileUnknown({ az, version: "unknown", profile, known });
    }
    if (/CERTIFICATE_VERIFY_FAILED|certificate verify failed/.test(errors))
        return azFailures.untrusted({ command, host: askedHost(errors), answer });
    if (/InvalidApiVersionParameter|Invalid profile is used for cloud/.test(errors))
        return azFailures.profileForeign({ command, profile, answer });
    return azFailures.commandFailed({ command, answer });
}
function endedByStep(command, answer, { by, reason }) {
    return azFailures[by === "time" ? "unanswered" : "endless"]({ command, ended: reason, answer });
}
function askedHost(errors) {
    return /\bhost='([^']{1,253})'/.exec(errors)?.[1] ?? "the host that answered";
}
function abridged(text) {
    return text.length <= MOST_READ ? text : `${text.slice(0, MOST_READ / 2)}\n${CUT}\n${text.slice(-MOST_READ / 2)}`;
}
function lastWords(errors) {
    const lines = abridged(errors)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && line !== CUT);
    const start = lines.findIndex((line) => /^(ERROR|error|az: error)\b/.test(line));
    const words = (start < 0 ? lines.slice(-3) : lines.slice(start, start + 4)).join(" ");
    return words.length > 600 ? `${words.slice(0, 600)}…` : words || "(it said nothing)";
}

// EXTERNAL MODULE: ./build/errors/party.js
var party = __webpack_require__(1214);
;// CONCATENATED MODULE: ./build/errors/stamp.js


const stampFailures = {
    metadataIncomplete: (0,failure/* failure */.V)("AZS210", "Metadata is incomplete", ({ url, missing }) => ({
        problem: `the metadata of ${url} lacks ${missing}.`,
        fix: "check that endpoint is an Azure Stack Hub's Azure Resource Manager; if it is, its deployment or update is not complete: ask the stamp's operator.",
    })),
    foreignAuthority: (0,failure/* failure */.V)("AZS213", "Authority on a foreign host", ({ authority, domain }) => ({
        problem: `the stamp names ${authority} as its authority. That host is neither a known Microsoft Entra host nor below ${domain}, so no credential was sent to it.`,
        fix: `if that authority is right, add its host to trusted-authorities; if not, endpoint is not the address of your stamp.`,
    })),
    foreignHost: (0,party/* partyFailure */.p)("AZS214", "Answer refers to a foreign host", (whom, { host, allowed }) => `an answer of ${whom} refers to ${host}, which is not one of ${allowed}. Nothing was sent there.`, {
        arm: "tell the stamp's operator that its Azure Resource Manager names another host for the next page of a list; no input lets a token go there.",
        adfs: "if that host belongs to the AD FS, add it to trusted-authorities; if not, tell the stamp's operator.",
        entra: "find out which proxy or firewall changes the answers of Entra.",
        authority: "if that host is right, add it to trusted-authorities as well; if not, tell the operator of the host that names it.",
    }),
    noTenant: (0,failure/* failure */.V)("AZS215", "Tenant not discovered", ({ host }) => ({
        problem: `${host} does not say which tenant it belongs to.`,
        fix: "set tenant-id to the tenant's GUID or domain.",
    })),
    tooMany: (0,failure/* failure */.V)("AZS223", "Too many subscriptions", ({ url, most }) => ({
        problem: `the list of subscriptions at ${url} has no end: azs-login reads at most ${most}.`,
        fix: "check that endpoint is your stamp, and give the service principal or user roles in fewer subscriptions.",
    })),
    foreignTokenEndpoint: (0,failure/* failure */.V)("AZS224", "Token endpoint on another host", ({ authority, endpoint }) => ({
        problem: `the AD FS ${authority} names ${endpoint} as its token endpoint, on another host than its own. That host would accept an assertion that is signed for it, so nothing was signed and nothing was sent.`,
        fix: "if that host belongs to the AD FS, add it to trusted-authorities (Microsoft Entra's hosts never do); if not, endpoint is not the address of your stamp.",
    })),
};

// EXTERNAL MODULE: ./node_modules/@badrap/valita/dist/index.js
var dist = __webpack_require__(9118);
// EXTERNAL MODULE: ./build/errors/network.js + 2 modules
var network = __webpack_require__(7562);
// EXTERNAL MODULE: ./build/io/quoting.js
var quoting = __webpack_require__(6066);
;// CONCATENATED MODULE: ./build/io/forms.js




const pattern = (named, longest, expression) => ({
    named,
    fits: (text) => text.length <= longest && expression.test(text),
});
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const HOST = `${LABEL}(?:\\.${LABEL})*`;
const GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const guid = pattern("a GUID", 36, new RegExp(`^${GUID}$`, "i"));
const objectId = pattern("a GUID or SID", 200, new RegExp(`^(?:${GUID}|S-1-\\d+(?:-\\d+)+)$`, "i"));
const plainWord = pattern("an identifier of plain signs", 500, /^[\w.~:+/=,@ -]+$/);
const hostName = pattern("the name of a host", 253, new RegExp(`^${HOST}$`, "i"));
const suffix = pattern("the suffix of host names", 254, new RegExp(`^\\.?${HOST}$`, "i"));
const httpsUrl = pattern("an https URL of plain signs", 2048, new RegExp(`^https://${HOST}(?::\\d{1,5})?(?:/[\\w.~:/-]*)?$`, "i"));
const uri = pattern("a URI of plain signs", 2048, /^[a-z][a-z0-9+.-]*:[\w.~:/-]+$/i);
const pageUrl = {
    named: "an https URL",
    fits: (text) => text.length <= 8192 && URL.parse(text)?.protocol === "https:",
};
const forms_location = pattern("the name of a location", 90, /^[a-z0-9][\w.-]*$/i);
const word = pattern("a word", 50, /^[a-z]+$/i);
const bearerToken = pattern("a token", 65_536, /^[\w.~+/=-]+$/);
const bearer = pattern("the type of a bearer token", 6, /^bearer$/i);
const encodedObject = {
    named: "an object in base64",
    fits: (text) => text.length <= 65_536 && (0,json/* isObject */.Gv)((0,json/* jsonOf */.o_)(Buffer.from(text, "base64url").toString("utf8"))),
};
const claimsToken = {
    named: "a token of claims",
    fits: (text) => text.split(".", 4).length === 3 && encodedObject.fits(text.split(".", 2)[1] ?? ""),
};
const freeText = pattern("a text of at most 1000 signs", 1000, /^/);
const longText = pattern("a text", Number.POSITIVE_INFINITY, /^/);
const MODE = { mode: "strip" };
const maybe = dist/* unknown */.L5().optional();
const anything = dist/* unknown */.L5();
const forms_text = ({ fits, named }) => maybe.chain((found) => {
    if (found === undefined || found === null || found === "")
        return dist.ok(undefined);
    return typeof found === "string" && fits(found) ? dist.ok(found) : dist/* err */._q(named);
});
const textOnly = (form) => maybe.chain((found) => typeof found === "string" && found !== "" && !form.fits(found)
    ? dist/* err */._q(form.named)
    : dist.ok(typeof found === "string" && found !== "" ? found : undefined));
const needed = (form) => forms_text(form).chain((found) => (found === undefined ? dist/* err */._q(form.named) : dist.ok(found)));
const count = maybe.chain((found) => {
    const seconds = typeof found === "string" && /^-?\d{1,10}$/.test(found) ? Number(found) : (found ?? 0);
    const fits = typeof seconds === "number" && Math.abs(seconds) < 1e10;
    return fits ? dist.ok(seconds) : dist/* err */._q("a number of seconds");
});
const record = (shape) => maybe.chain((found) => dist/* object */.Ik(shape).try(found ?? {}, MODE));
const neededList = (item, most) => maybe.chain((found) => (Array.isArray(found) ? list(item, most).try(found) : dist/* err */._q("a list")));
const list = (item, most) => maybe.chain((found) => {
    if (!Array.isArray(found ?? []))
        return dist/* err */._q("a list");
    const items = (found ?? []);
    if (items.length > most)
        return dist/* err */._q(`a list of at most ${most}`);
    const read = [];
    for (const [index, one] of items.entries()) {
        const result = item.try(one, MODE);
        if (!result.ok) {
            const { field, form } = firstFault(result);
            return dist/* err */._q({ path: [index, ...field], message: form });
        }
        read.push(result.value);
    }
    return dist.ok(read);
});
const object = (shape) => dist/* object */.Ik(shape);
function readAnswer(schema, value, from) {
    const result = schema.try(value, MODE);
    if (result.ok)
        return result.value;
    const { field, form } = firstFault(result);
    throw network/* networkFailures */.I.malformed({
        party: from.party,
        url: (0,quoting/* addressOf */.ci)(from.url),
        field: field.join(".") || "it",
        form,
    });
}
function firstFault({ issues }) {
    const [issue] = issues;
    const form = issue?.code === "custom_error" ? issue.message : undefined;
    return { field: issue?.path ?? [], form: form ?? "an object" };
}

;// CONCATENATED MODULE: ./build/stamp/stamp-names.js
function readNames(host) {
    const kind = host.startsWith("adminmanagement.") ? "admin" : "user";
    const domain = host.slice(host.indexOf(".") + 1);
    return {
        kind,
        domain,
        location: domain.split(".")[0] ?? "",
        keyvaultSuffix: `${kind === "admin" ? ".adminvault." : ".vault."}${domain}`,
    };
}
function isBelow(host, domain) {
    return /\.[^.]*[a-z]/i.test(domain) && (host === domain || host.endsWith(`.${domain}`));
}

;// CONCATENATED MODULE: ./build/stamp/authority.js




const ENTRA_HOSTS = [
    "login.microsoftonline.com",
    "login.microsoft.com",
    "login.windows.net",
    "sts.windows.net",
    "login.microsoftonline.us",
    "login-us.microsoftonline.com",
    "login.usgovcloudapi.net",
    "login.chinacloudapi.cn",
    "login.partner.microsoftonline.cn",
    "login.microsoftonline.de",
];
function authorityRule(domain, trusted) {
    const isListed = (host) => trusted.includes(host);
    const isEntra = (host) => ENTRA_HOSTS.includes(host);
    const isEstablished = (host) => isListed(host) || isEntra(host);
    return {
        isListed,
        isEntra,
        isEstablished,
        allows: (host) => isEstablished(host) || isBelow(withoutPort(host), domain),
        partyOf: (host) => {
            if (isEntra(host))
                return "entra";
            return isListed(host) && !isBelow(withoutPort(host), domain) ? "authority" : "adfs";
        },
        named: ["Microsoft Entra's hosts", `hosts below ${domain}`, ...trusted].join(", "),
    };
}
function readAuthority(loginEndpoint, rule, domain, url) {
    const login = URL.parse(loginEndpoint);
    const odd = /[\s\\]/.test(loginEndpoint) || login?.username !== "" || login.password !== "";
    if (login !== null && (odd || !rule.allows(login.host))) {
        throw stampFailures.foreignAuthority({ authority: shown(loginEndpoint), domain });
    }
    if (login?.protocol !== "https:" || login.search !== "" || login.hash !== "") {
        const missing = "an https URL without query and fragment as authentication.loginEndpoint";
        throw stampFailures.metadataIncomplete({ url, missing });
    }
    readAnswer(Plain, { authentication: { loginEndpoint } }, { url, party: "arm" });
    const identityProvider = login.pathname.split("/")[1]?.toLowerCase() === "adfs" ? "adfs" : "aad";
    if (identityProvider === "adfs" && rule.isEntra(login.host)) {
        throw stampFailures.foreignTokenEndpoint({ authority: loginEndpoint, endpoint: login.origin });
    }
    const party = identityProvider === "adfs" ? "adfs" : rule.partyOf(login.host);
    return { identityProvider, host: login.origin, loginEndpoint, party, established: rule.isEstablished(login.host) };
}
function shown(loginEndpoint) {
    return loginEndpoint.length > 300 ? (0,quoting/* quoted */.TL)(loginEndpoint) : loginEndpoint;
}
const Plain = object({ authentication: object({ loginEndpoint: needed(httpsUrl) }) });
function networkEndpoint({ loginEndpoint }) {
    return loginEndpoint.replace(/^https:\/\/login\.windows\.net(?=\/|$)/i, "https://login.microsoftonline.com");
}
function withoutPort(host) {
    return host.replace(/:\d+$/, "");
}

;// CONCATENATED MODULE: ./build/az/run/commands.js


const DEVICE_CODE_MS = 16 * 60_000;
function registerCloud(cloud, stamp, profile, traits, exists) {
    const name = `cloud ${exists ? "update" : "register"}`;
    const args = [
        ...name.split(" "),
        commands_option("name", cloud.cloudName),
        commands_option("profile", profile),
        "--cloud-config=@-",
    ];
    if (traits.skipsDiscovery)
        args.push("--skip-endpoint-discovery");
    return { name, args, input: JSON.stringify(cloudOf(cloud, stamp, profile)) };
}
function cloudOf({ vmImageAliasDoc }, stamp, profile) {
    return {
        profile,
        endpoints: {
            resourceManager: stamp.endpoint,
            activeDirectory: networkEndpoint(stamp.authority),
            activeDirectoryResourceId: stamp.audience,
            activeDirectoryGraphResourceId: stamp.graph,
            microsoftGraphResourceId: stamp.microsoftGraph,
            ...(stamp.gallery === undefined ? {} : { gallery: stamp.gallery }),
            ...(vmImageAliasDoc === undefined ? {} : { vmImageAliasDoc: vmImageAliasDoc.replaceAll("%", "%%") }),
        },
        suffixes: { storageEndpoint: stamp.storageSuffix, keyvaultDns: stamp.keyvaultSuffix },
    };
}
function setCloud(cloudName, profile) {
    const args = ["cloud", "set", commands_option("name", cloudName)];
    return { name: "cloud set", args: profile === undefined ? args : [...args, commands_option("profile", profile)] };
}
function login({ credential, allowNoSubscriptions }, { tenantId }, traits, proof = "") {
    const name = "login";
    const common = [commands_option("tenant", tenantId), ...(allowNoSubscriptions ? ["--allow-no-subscriptions"] : [])];
    const application = [name, "--service-principal", commands_option("username", credential.clientId), ...common];
    switch (credential.kind) {
        case "secret":
            return { name, args: [...application, "--password=@-"], input: credential.secret };
        case "certificate": {
            const older = { name, args: [...application, commands_option("password", proof)] };
            if (traits.certificateFlag === false)
                return older;
            const args = [...application, commands_option("certificate", proof)];
            return traits.certificateFlag ? { name, args } : { name, args, older };
        }
        case "oidc":
            return { name, args: [...application, "--federated-token=@-"], input: proof };
        case "password": {
            const args = [name, commands_option("username", credential.username), ...common, "--password=@-"];
            return { name, args, input: credential.password };
        }
    }
}
function loginWithDeviceCode({ tenant }) {
    const args = ["login", "--use-device-code", commands_option("tenant", tenant), "--allow-no-subscriptions"];
    return { name: "login", args, withinMs: DEVICE_CODE_MS };
}
function getAccessToken({ audience }) {
    const args = ["account", "get-access-token", commands_option("resource", audience), "--output=json"];
    return { name: "account get-access-token", args };
}
function setSubscription(id) {
    return { name: "account set", args: ["account", "set", commands_option("subscription", id)] };
}
function commands_option(name, value) {
    if (value.startsWith("@"))
        throw azFailures.readsFile({ option: `--${name}`, value });
    return `--${name}=${value}`;
}

;// CONCATENATED MODULE: ./build/az/run/log-in.js




async function setUpCloud(az, options, stamp, profile, report) {
    const traits = azTraits(az.description?.version);
    const exists = !options.isolate && (await hasCloud(az.configFolder, options.cloudName));
    const commands = [registerCloud(options, stamp, profile, traits, exists), setCloud(options.cloudName)];
    for (const command of commands)
        await mustRun(az, command, profile, report);
}
async function logInAz(az, options, stamp, bearer, pemPath, report) {
    const { credential } = options;
    const { profile, subscription } = bearer;
    if (credential.kind === "device-code") {
        await mustRun(az, setCloud(options.cloudName, profile), profile, report);
    }
    else {
        await setUpCloud(az, options, stamp, profile, report);
        const proof = credential.kind === "oidc" ? await credential.assertion() : pemPath;
        const command = login({ ...options, credential }, bearer, azTraits(az.description?.version), proof);
        await mustRun(az, command, profile, report);
    }
    if (subscription !== undefined)
        await mustRun(az, setSubscription(subscription.id), profile, report);
}
async function mustRun(az, command, profile, report) {
    const result = await runAsKnown(az, command, report);
    if (result.exitCode !== 0)
        throw explain(command, result, az, profile);
}
async function runAsKnown(az, command, report) {
    const result = await az.run(command);
    report(`az ${command.name}: exit code ${result.exitCode}\n${abridged(result.errors)}`);
    const unknown = result.exitCode === 2 && result.errors.includes("unrecognized arguments");
    return unknown && command.older !== undefined ? runAsKnown(az, command.older, report) : result;
}

;// CONCATENATED MODULE: ./build/az/run/session.js



const IMPORT_MS = 60_000;
const COMMAND_MS = 60_000;
async function startSession({ file, flags, environment: own }, environment, processes) {
    const script = external_node_path_.join(import.meta.dirname, "session.py");
    const python = await processes.start(file, [...flags, "-B", script], { environment: { ...environment, ...own } });
    if (python === undefined)
        return undefined;
    const description = describe(file, python);
    description.catch(() => undefined);
    return {
        description,
        async run({ args, input, heard, withinMs = COMMAND_MS }) {
            python.say(JSON.stringify({ args, input, aloud: heard !== undefined }));
            const reply = await python.within(withinMs, () => nextReply(python, heard));
            if (reply !== undefined)
                return { ...reply, stopped: false };
            const errors = await python.end();
            return { exitCode: -1, output: "", errors, reason: "", stopped: true, ended: python.ended() };
        },
        async close() {
            await python.end();
        },
    };
}
async function describe(python, conversation) {
    const line = await conversation.within(IMPORT_MS, conversation.next);
    if (line !== undefined)
        return readDescription(line);
    const ended = conversation.ended();
    if (ended !== undefined)
        throw azFailures.importsTooSlowly({ python, ended: ended.reason });
    return undefined;
}
async function nextReply(python, heard) {
    for (let line = await python.next(); line !== undefined; line = await python.next()) {
        const reply = readReply(line);
        if (reply === undefined)
            continue;
        if (!("said" in reply))
            return reply;
        heard?.(reply.said);
    }
    return undefined;
}
function readReply(line) {
    const { said, exitCode, output, errors, reason } = Object((0,json/* jsonOf */.o_)(line));
    if (typeof said === "string")
        return { said };
    const texts = [output, errors, reason];
    if (typeof exitCode !== "number" || !texts.every((text) => typeof text === "string"))
        return undefined;
    return { exitCode, output: String(output), errors: String(errors), reason: String(reason) };
}
function readDescription(line) {
    const { version, profiles, certifi } = Object((0,json/* jsonOf */.o_)(line));
    if (typeof version !== "string" || typeof certifi !== "string" || !Array.isArray(profiles))
        return undefined;
    return { version, certifi, profiles: profiles.map(String) };
}

;// CONCATENATED MODULE: ./build/az/run/run.js


async function startAz({ path, python }, variables, processes) {
    const single = singleProcesses(path, launcherSettings(variables), processes);
    if (python === undefined)
        return single;
    const session = await startSession(python, variables, processes);
    return session === undefined ? single : { ...session, run: (command) => runIn(session, single, command) };
}
async function runIn(session, otherwise, command) {
    return (await session.description) === undefined ? otherwise.run(command) : session.run(command);
}
function singleProcesses(az, variables, processes) {
    return {
        description: Promise.resolve(undefined),
        async run({ args, input, withinMs = COMMAND_MS }) {
            const { exitCode, stdout, stderr, ended } = await processes.run(az, args, {
                environment: variables,
                withinMs,
                ...(input === undefined ? {} : { input }),
            });
            return { exitCode, output: stdout, errors: stderr, reason: "", stopped: exitCode === -1, ended };
        },
        close: async () => undefined,
    };
}
function oneAtATime(start) {
    let current;
    let ending = Promise.resolve();
    const close = () => {
        if (current !== undefined)
            ending = current.running.close();
        current = undefined;
        return ending;
    };
    return {
        async use(az) {
            if (current?.path !== az.path) {
                await close();
                current = { path: az.path, running: await start(az) };
            }
            return current.running;
        },
        close,
    };
}

;// CONCATENATED MODULE: ./build/az/find/partial-support.js


function servesHalf(az, suitability) {
    if (suitability.wholly)
        return undefined;
    return `${named(az)} ${failing(suitability)} To use az ${SUPPORTED_AZ}, which does, leave az-version at auto and az-path out.`;
}
function cannotInstall(version, az, why, suitability) {
    const reason = why instanceof failure/* Failure */.H ? `${why.code}: ${why.problem}` : String(why);
    const fix = why instanceof failure/* Failure */.H ? `${why.fix} ` : "";
    return (`az ${version} could not be installed (${reason}), so the step uses the runner's az. ` +
        `${suitability.wholly ? "" : `${named(az)} ${failing(suitability)} `}To fix this, ${fix}` +
        "To keep the runner's az without this attempt, set az-version to runner.");
}
function named({ path, description }) {
    return `${path} (az ${description?.version ?? "of an unknown version"})`;
}
function failing({ fails }) {
    if (fails.length === 0)
        return "was not tested with the API versions of a stamp: some of its commands may fail.";
    const groups = fails.map((group) => `az ${group}`).join(", ");
    return `does not do all that people do on stamps: some or all commands of ${groups} fail (docs/az.md lists them).`;
}

;// CONCATENATED MODULE: ./build/az/find/shadows.js



async function shadows({ path: az, python }, environment) {
    const flags = python?.flags.join("") ?? "";
    if (python === undefined || flags.includes("I"))
        return [];
    const found = flags.includes("E") ? [] : await misleading(python, environment);
    if (python.fromWorkingFolder && !environment["PYTHONSAFEPATH"] && (await holdsForeignAzure(".")))
        found.push(`${external_node_path_.resolve("azure")} is a Python package, and this az imports packages from the working folder first`);
    return found.map((reason) => `${reason}: ${az} does not start in later steps where this is still so.`);
}
async function misleading({ environment: set }, { PYTHONHOME, PYTHONPATH }) {
    const found = [];
    if (PYTHONHOME && !(await holdsLibrary(PYTHONHOME)))
        found.push(`PYTHONHOME names ${PYTHONHOME}, which has no Python library`);
    const folders = PYTHONPATH && !set["PYTHONPATH"] ? PYTHONPATH.split(external_node_path_.delimiter) : [];
    for (const folder of new Set(folders.map((one) => one || ".")))
        if (await holdsForeignAzure(folder))
            found.push(`PYTHONPATH leads to ${external_node_path_.join(folder, "azure")}`);
    return found;
}
const MOST_BYTES = 100_000;
async function holdsForeignAzure(folder) {
    const text = await (0,io_files/* readHead */.zy)(external_node_path_.join(folder, "azure", "__init__.py"), MOST_BYTES);
    if (text === undefined || /extend_path|declare_namespace/.test(text.toString()))
        return false;
    return !(await shadows_isThere(external_node_path_.join(folder, "azure", "cli", "core", "__init__.py")));
}
async function holdsLibrary(home) {
    const [prefix = ""] = home.split(external_node_path_.delimiter);
    if (await shadows_isThere(external_node_path_.join(prefix, "Lib", "os.py")))
        return true;
    for (const library of ["lib", "lib64"]) {
        for (let minor = OLDEST; minor <= NEWEST; minor += 1)
            if (await shadows_isThere(external_node_path_.join(prefix, library, `python3.${minor}`, "os.py")))
                return true;
    }
    return false;
}
const OLDEST = 6;
const NEWEST = 20;
function shadows_isThere(file) {
    return (0,promises_.stat)(file).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/az/serving-az.js






async function servingAz(context, need) {
    const { options, runner, host } = context;
    const choice = chooseAz(options, runner, need);
    const own = choice.from === "runner" ? await runners(choice.az, need, context) : undefined;
    if (own !== undefined && (!mayInstall(options) || own.suitability.wholly))
        return withWarning(own, host);
    const version = choice.from === "installation" ? choice.version : versionFor(need);
    return installed(version, need, context).then((made) => withWarning(made, host), (error) => fallBackToRunner(version, error, need, context));
}
async function installed(version, need, context) {
    const { running, tools, deadline } = context;
    const { started, ...rest } = await deadline.aside(() => runInstallation(version, need.profile, running, tools));
    const az = { ...configured(context), ...rest, installed: true, run: commander(started, deadline) };
    return { az, suitability: suitabilityOf(az.description.version, need) };
}
async function runners({ path, ...rest }, need, context) {
    const { options, running, host, deadline } = context;
    const started = await running.use({ path, ...rest });
    const description = await started.description;
    const suitability = suitabilityOf(description?.version, need, description?.profiles);
    if (description === undefined || suitability.serves) {
        const shared = configured(context);
        const warnings = [...shared.warnings, ...(await shadows({ path, ...rest }, host.environment))];
        const python = description && rest.python;
        const run = commander(started, deadline);
        return { suitability, az: { ...shared, warnings, path, python, installed: false, description, run } };
    }
    if (mayInstall(options))
        return undefined;
    throw unsuitable(path, description.version, need, description.profiles);
}
async function fallBackToRunner(version, why, need, context) {
    const { options, runner, host } = context;
    const mayServe = runner !== undefined && mayStandIn(options, runner, why, need);
    const own = mayServe ? await runners(runner, need, context) : undefined;
    if (own === undefined)
        throw why;
    host.warning(cannotInstall(version, own.az, why, own.suitability));
    return own.az;
}
function withWarning({ az, suitability }, host) {
    const text = servesHalf(az, suitability);
    if (text !== undefined)
        host.warning(text);
    return az;
}
function configured({ configuration }) {
    const { folder: configFolder, pythonVariables, later } = configuration;
    const { values: variables, ...rest } = later;
    return { configFolder, pythonVariables, variables, ...rest };
}
function commander(started, deadline) {
    return (command) => {
        const run = () => started.run(command);
        return command.withinMs === undefined ? run() : deadline.aside(run);
    };
}

;// CONCATENATED MODULE: ./build/az/az.js







async function openAz(options, bundle, job, { processes, shared }, host, deadline) {
    const runner = await findRunnerAz(options);
    const msal = options.credential.kind === "oidc" || options.credential.kind === "device-code";
    const first = chooseAz(options, runner, { profile: options.profile, msal });
    const configuration = await configure(options, bundle, job, shared, host);
    const running = oneAtATime((az) => startAz(az, configuration.own, processes));
    const tools = {
        installFolders: { toolCache: host.toolCache, jobFolder: job.folder },
        journal: job,
        installation: {
            wheels: options.wheels,
            toolCache: host.toolCache,
            ownPython: runner?.python?.file,
            processes,
            report: host.info,
            debug: host.debug,
        },
    };
    const context = { options, runner, configuration, running, tools, host, deadline };
    const present = first.from === "runner" ? first.az : await presentInstallation(first.version, tools.installFolders);
    if (present !== undefined)
        await running.use(present);
    return {
        serving: (need) => servingAz(context, { ...need, msal }),
        setUpCloud: (az, stamp, profile) => setUpCloud(az, options, stamp, profile, host.debug),
        logIn: (az, stamp, bearer, pem) => logInAz(az, options, stamp, bearer, pem, host.debug),
        finish: (az, profile) => configuration.finish(az, profile, running.close()),
        close: running.close,
    };
}

// EXTERNAL MODULE: ./build/inputs/credential.js + 1 modules
var inputs_credential = __webpack_require__(2853);
// EXTERNAL MODULE: ./build/errors/files.js
var files = __webpack_require__(7957);
// EXTERNAL MODULE: ./build/io/windows-programs.js
var windows_programs = __webpack_require__(8732);
;// CONCATENATED MODULE: ./build/io/private-places.js


const BY_MODE = async () => undefined;
function keepPrivate({ run }, environment, platform = process.platform) {
    if (platform !== "win32")
        return BY_MODE;
    let asked;
    const userOf = async (place) => {
        const { stdout, stderr } = await run((0,windows_programs/* windowsProgram */.E)("whoami.exe", environment), ["/user", "/fo", "csv", "/nh"], {
            ofSystem: true,
        });
        const [sid] = /\bS-1-[\d-]+\d\b/.exec(stdout) ?? [];
        if (sid === undefined)
            throw files/* fileFailures */.q.notPrivate({ place, reason: `whoami said ${stderr || stdout || "nothing"}` });
        return sid;
    };
    return async (place, kind) => {
        asked ??= userOf(place);
        const user = `*${await asked}:${kind === "folder" ? "(OI)(CI)" : ""}F`;
        const args = [place, "/inheritance:r", "/grant:r", user, "/q"];
        const { exitCode, stdout, stderr } = await run((0,windows_programs/* windowsProgram */.E)("icacls.exe", environment), args, { ofSystem: true });
        if (exitCode !== 0)
            throw files/* fileFailures */.q.notPrivate({ place, reason: `icacls said ${stderr || stdout || exitCode}` });
    };
}

// EXTERNAL MODULE: ./build/io/processes.js + 13 modules
var io_processes = __webpack_require__(26);
;// CONCATENATED MODULE: ./build/io/folder-rights.js



function folderRights(processes) {
    let sudo;
    const asked = () => {
        sudo ??= processes.run("sudo", ["-n", "true"]);
        return sudo;
    };
    const maySudo = async () => (await asked()).exitCode === 0;
    return {
        mayChange: async (folder) => (await isWritable(folder)) || (process.platform !== "win32" && (await maySudo())),
        async silence() {
            const { ended } = (await sudo) ?? {};
            return ended === undefined ? "" : ` (sudo did not answer, and was ended ${ended.reason})`;
        },
        command: async (folder, file, args) => (await isWritable(folder)) ? [file, ...args] : ["sudo", "-n", file, ...args],
        async remove(folder, files) {
            if (await isWritable(folder))
                for (const file of files)
                    await (0,promises_.rm)(file, { force: true });
            else
                await processes.run("sudo", ["-n", "rm", "-f", "--", ...files]);
        },
        lockKeeper: async (folder) => ((await isWritable(folder)) ? BY_THIS_USER : bySudo(processes)),
    };
}
function bySudo(processes) {
    const run = async (what, ...command) => {
        const { exitCode, stderr } = await processes.run("sudo", ["-n", ...command]);
        if (exitCode === 0)
            return;
        const error = new Error(`the lock cannot be ${what} with sudo: ${stderr.trim() || `exit code ${exitCode}`}`);
        if (/File exists/.test(stderr))
            throw Object.assign(error, { code: "EEXIST" });
        if (/No such file/.test(stderr))
            throw Object.assign(error, { code: "ENOENT" });
        throw error;
    };
    const english = (script) => `LC_ALL=C; export LC_ALL; ${script}`;
    return {
        make: (lock, holder) => run("made", "sh", "-c", english('umask 022; mkdir -- "$1" && : > "$1/$2"'), "sh", lock, holder),
        renew: (lock, time) => run("renewed", "touch", "-c", "-d", time.toISOString(), lock),
        release: (lock, holder) => run("released", "sh", "-c", english('rm -f -- "$1/$2" && rmdir -- "$1"'), "sh", lock, holder),
        clear: (lock) => run("removed", "rm", "-rf", "--", lock),
    };
}
function isWritable(folder) {
    return (0,promises_.access)(folder, external_node_fs_.constants.W_OK).then(() => true, () => false);
}

// EXTERNAL MODULE: ./build/io/system-places.js
var system_places = __webpack_require__(277);
;// CONCATENATED MODULE: ./build/io/obstacles.js




class Hindered extends Error {
    obstacle;
    constructor(obstacle) {
        super(obstacle.reason);
        this.obstacle = obstacle;
    }
}
async function obstacleAt(file, status) {
    if (status?.isSymbolicLink())
        return obstacles_link(file, await (0,promises_.readlink)(file));
    if (status !== undefined && !status.isFile())
        return { reason: `${file} is no plain file` };
    if (await isReadOnly(external_node_path_.dirname(file)))
        return readOnly(file);
    return (await isMountPoint(file)) ? mounted(file) : undefined;
}
function obstacles_link(file, target) {
    return {
        reason: `${file} is a symbolic link to ${target}`,
        remedy: "replace it by a plain file (uv: UV_LINK_MODE=copy)",
    };
}
function readOnly(file) {
    return {
        reason: `${file} lies on a read-only file system`,
        remedy: "make that writable for the job, or add the root beforehand, for example to the image",
    };
}
function mounted(file) {
    return {
        reason: `${file} is a mount point and cannot be replaced`,
        remedy: "mount a file that already contains the root, or mount the folder of the file instead",
    };
}
function withoutRight(file, why = "") {
    return {
        reason: `${file} may not be changed without a password${why}`,
        remedy: "run the job as root or with a sudo that asks for no password",
    };
}
async function isReadOnly(folder) {
    const error = await (0,promises_.access)(folder, external_node_fs_.constants.W_OK).catch(({ code }) => code);
    return error === "EROFS";
}
async function isMountPoint(file) {
    const mounts = (0,system_places/* readSystemFile */.Y)("/proc/self/mountinfo") ?? "";
    const own = await (0,promises_.realpath)(file).catch(() => file);
    return mounts.split("\n").some((line) => plain(line.split(" ")[4] ?? "") === own);
}
function plain(mountPoint) {
    return mountPoint.replaceAll(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

;// CONCATENATED MODULE: ./build/io/replacing.js




const temporaryOf = (file) => `${file}.azs-login-${(0,external_node_crypto_.randomBytes)(4).toString("hex")}`;
function isTemporary(name, file) {
    const base = external_node_path_.basename(file);
    return name.startsWith(`${base}.azs-login`) && /^(?:-[0-9a-f]{8})?$/.test(name.slice(`${base}.azs-login`.length));
}
const originalOf = (file) => `${file}.azs-login-original`;
const FILE_CHANGED = 75;
const REPLACE = `file=$1 read=$2 bytes=$3 original=$4 mode=$5 new=$6
old="$file.azs-login-original"
umask 022
digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }
if [ "$bytes" -gt 0 ] && [ "$original" != back ]; then
  if [ -e "$file" ]; then cp -a -- "$file" "$new" && chmod u+w "$new" || exit 1; fi
  cat > "$new" && [ "$(wc -c < "$new")" -eq "$bytes" ] || exit 1
  if [ -e "$file" ]; then chmod "$mode" "$new" || exit 1; fi
  if [ "$(uname)" = Linux ]; then sync "$new" 2>/dev/null; fi
fi
now=none
if [ -e "$file" ]; then now=$(digest < "$file"); fi
if [ "\${now%% *}" != "$read" ]; then rm -f -- "$new"; exit ${FILE_CHANGED}; fi
if [ "$original" = back ]; then mv -f -- "$old" "$file" || exit 1; exit 0; fi
if [ "$original" = keep ]; then ln -- "$file" "$old" 2>/dev/null; fi
if [ "$bytes" -gt 0 ]; then mv -f -- "$new" "$file"; else rm -f -- "$file"; fi || exit 1
if [ "$original" = drop ]; then rm -f -- "$old"; fi`;
function scriptOf({ file, temporary, before, mode, after, original }) {
    const digest = before === undefined ? "none" : (0,external_node_crypto_.hash)("sha256", before);
    const args = ["-c", REPLACE, "sh", file, digest, `${after.length}`, original, mode.toString(8), temporary];
    return { args, input: original === "back" ? "" : after };
}
async function replaceOnWindows(replacement) {
    const { file, temporary, before, after, original } = replacement;
    if (after.length > 0 && original !== "back") {
        if (before !== undefined)
            await (0,promises_.copyFile)(file, temporary, external_node_fs_.constants.COPYFILE_EXCL);
        await (0,promises_.writeFile)(temporary, after, { flag: before === undefined ? "wx" : "w", flush: true });
    }
    const now = await (0,promises_.readFile)(file).catch(() => undefined);
    if (before === undefined ? now !== undefined : now?.equals(before) !== true) {
        await (0,promises_.rm)(temporary, { force: true });
        return { exitCode: FILE_CHANGED, stderr: "" };
    }
    await putInPlace(replacement);
    return { exitCode: 0, stderr: "" };
}
async function putInPlace({ file, temporary, after, original }) {
    const old = originalOf(file);
    if (original === "back")
        return (0,promises_.rename)(old, file);
    if (original === "keep")
        await (0,promises_.link)(file, old).catch(() => undefined);
    if (after.length > 0)
        await (0,promises_.rename)(temporary, file);
    else
        await (0,promises_.rm)(file, { force: true });
    if (original === "drop")
        await (0,promises_.rm)(old, { force: true });
}

;// CONCATENATED MODULE: ./build/io/shared-lock.js

const sharedLock = (0,kind/* undoKind */.fp)({
    name: "lock",
    fields: { folder: kind/* isText */.KH },
    lasts: true,
    undo: ({ folder }, { shared }) => shared.release(folder),
    describe: ({ folder }) => `the lock in ${folder}`,
});

;// CONCATENATED MODULE: ./build/io/shared-files.js










const LOCK = "azs-login.lock";
const STALE_MS = 6000;
const shared_files_PATIENCE = { waitMs: 30_000, staleMs: STALE_MS };
const MOST_TRIES = 3;
const LONGEST_RUN_MS = 90_000;
class Overtaken extends Error {
}
function sharedFiles(processes, job = (0,external_node_crypto_.randomUUID)(), journal = kind/* UNRECORDED */.ce) {
    const prepared = new Map();
    const programs = (0,io_processes/* systemPrograms */.F)(processes);
    const rights = folderRights(programs);
    const lockedFiles = (check) => ({
        async change(file, change, { ours = () => false, isSame = () => false, announce } = {}) {
            const found = await look(file);
            const left = leftovers(file, found, ours);
            if (left.length > 0) {
                await check();
                await rights.remove(external_node_path_.dirname(file), left);
            }
            const after = Buffer.from(change(shared_files_textOf(found)), "latin1");
            if (after.equals(found.content ?? EMPTY))
                return;
            await announce?.();
            await check();
            const wanted = {
                file,
                temporary: temporaryOf(file),
                before: found.content,
                mode: found.mode,
                after,
                original: fateOf(found, after, ours, isSame),
            };
            const { exitCode, stderr } = await replace(wanted);
            if (exitCode === FILE_CHANGED)
                throw new Overtaken(`${file} was changed by another program in the same moment`);
            if (exitCode !== 0)
                throw new Error(`${file} cannot be changed: ${stderr.trim() || `exit code ${exitCode}`}`);
        },
        async run(folder, file, args) {
            const [program, ...rest] = await rights.command(folder, file, args);
            await check();
            const { exitCode } = await programs.run(program, rest, { unheard: true, withinMs: LONGEST_RUN_MS });
            if (exitCode !== 0)
                throw new Error(`${shared_files_shown([program, ...rest])} ended with exit code ${exitCode}`);
        },
    });
    const replace = async (wanted) => {
        if (process.platform === "win32")
            return replaceOnWindows(wanted);
        const { args, input } = scriptOf(wanted);
        const [program, ...rest] = await rights.command(external_node_path_.dirname(wanted.file), "sh", args);
        return programs.run(program, rest, { input });
    };
    const release = async (folder) => clearLeft(external_node_path_.join(folder, LOCK), shared_files_PATIENCE.staleMs, await rights.lockKeeper(folder), job);
    return {
        async obstacle(file) {
            const obstacle = await obstacleAt(file, await statusOf(file));
            if (obstacle !== undefined)
                return obstacle;
            return (await rights.mayChange(external_node_path_.dirname(file))) ? undefined : withoutRight(file, await rights.silence());
        },
        absence: async (file) => ((await statusOf(file)) === undefined ? { reason: `${file} is not there` } : undefined),
        read: async (file) => shared_files_textOf(await look(file).catch(() => NOTHING)),
        async wouldChange(file, change, { ours = () => false } = {}) {
            const found = await look(file).catch(() => undefined);
            if (found === undefined)
                return false;
            return leftovers(file, found, ours).length > 0 || change(shared_files_textOf(found)) !== shared_files_textOf(found);
        },
        release,
        async exclusively(folder, work, waitMs = shared_files_PATIENCE.waitMs) {
            const prepare = () => journal.record(sharedLock.entry({ folder })).then(() => release(folder));
            if (!prepared.has(folder))
                prepared.set(folder, prepare());
            await prepared.get(folder);
            const keeper = await rights.lockKeeper(folder);
            for (let tried = 1;; tried += 1) {
                try {
                    return await exclusively(external_node_path_.join(folder, LOCK), { ...shared_files_PATIENCE, waitMs }, (isHeld) => work(lockedFiles(throwingUnless(isHeld))), keeper, job);
                }
                catch (error) {
                    if (!(error instanceof Overtaken) || tried === MOST_TRIES)
                        throw error;
                }
            }
        },
    };
}
const EMPTY = Buffer.alloc(0);
function shared_files_shown(command) {
    const script = command.indexOf("-c");
    return (script < 0 ? command : command.slice(0, script)).join(" ");
}
function throwingUnless(isHeld) {
    return async () => {
        if (!(await isHeld()))
            throw new Overtaken("another process has taken the lock");
    };
}
const NOTHING = { content: undefined, mode: 0, temporaries: [], original: undefined };
async function look(file) {
    const [status, original] = await Promise.all([file, originalOf(file)].map(statusOf));
    const folder = external_node_path_.dirname(file);
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return {
        content: status && (await readPlain(file, status)),
        mode: (status?.mode ?? 0o644) & 0o7777,
        temporaries: names.filter((name) => isTemporary(name, file)).map((name) => external_node_path_.join(folder, name)),
        original: original && (await readPlain(originalOf(file), original)),
    };
}
function shared_files_textOf({ content }) {
    return content?.toString("latin1") ?? "";
}
function leftovers(file, found, ours) {
    const isNobodys = found.original !== undefined && !ours(shared_files_textOf(found));
    return [...found.temporaries, ...(isNobodys ? [originalOf(file)] : [])];
}
function fateOf(found, after, ours, isSame) {
    const text = after.toString("latin1");
    const stays = ours(text);
    if (!ours(shared_files_textOf(found)))
        return stays && found.content !== undefined ? "keep" : "leave";
    if (stays || found.original === undefined)
        return "leave";
    const isBack = found.original.equals(after) || isSame(text, found.original.toString("latin1"));
    return isBack ? "back" : "drop";
}
function statusOf(file) {
    return (0,promises_.lstat)(file).catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
}
async function readPlain(file, status) {
    if (!status.isFile())
        throw new Error(notPlain(file));
    return (0,promises_.readFile)(file);
}
const notPlain = (file) => `${file} is no plain file`;

// EXTERNAL MODULE: ./build/certificates/client-certificate.js + 2 modules
var client_certificate = __webpack_require__(5653);
;// CONCATENATED MODULE: ./build/results/credential-files.js



async function writeCredentialFiles(credential, folder) {
    if (credential.kind !== "certificate")
        return undefined;
    const files = { pem: external_node_path_.join(folder, "client.pem"), pfx: external_node_path_.join(folder, "client.pfx") };
    await (0,io_files/* createPrivateFile */.aP)(files.pem, credential.certificate.pem);
    await (0,io_files/* createPrivateFile */.aP)(files.pfx, await (0,client_certificate/* toPfx */.O)(credential.certificate, credential.password ?? ""));
    return files;
}

;// CONCATENATED MODULE: ./build/results/exports.js


const withoutSlash = (url) => url?.replace(/\/+$/, "");
const isAdfs = ({ stamp }) => stamp.authority.identityProvider === "adfs";
const sdkTenant = (results) => (isAdfs(results) ? "adfs" : results.identity.tenantId);
const authority = (results) => `${results.stamp.authority.host}/${sdkTenant(results)}`;
const secret = ({ inputs: { credential } }) => (credential.kind === "secret" ? credential.secret : undefined);
const pfxPassword = ({ inputs: { credential } }) => credential.kind === "certificate" ? credential.password : undefined;
const username = ({ inputs: { credential } }) => credential.kind === "password" ? credential.username : undefined;
const exports_password = ({ inputs: { credential } }) => credential.kind === "password" ? credential.password : undefined;
const endpointHost = ({ stamp }) => new URL(stamp.endpoint).host;
const fingerprints = ({ roots }) => roots.map((root) => root.fingerprints.sha256).join(",");
const output = (name, value) => ({ name, value });
const own = (row) => ({ ...row, own: true });
const OUTPUTS = [
    own(output("cloud-name", ({ inputs }) => inputs.cloudName)),
    own(output("identity-provider", ({ stamp }) => stamp.authority.identityProvider)),
    output("tenant-id", ({ identity }) => identity.tenantId),
    own(output("client-id", ({ identity }) => identity.clientId)),
    output("object-id", ({ identity }) => identity.objectId),
    output("subscription-id", ({ identity }) => identity.subscription?.id),
    output("subscription-name", ({ identity }) => identity.subscription?.name),
    output("location", ({ identity }) => identity.location),
    own(output("profile", ({ identity }) => identity.profile)),
    own(output("resource-manager-endpoint", ({ stamp }) => stamp.endpoint)),
    output("authority", authority),
    output("audience", ({ stamp }) => stamp.audience),
    output("graph-endpoint", ({ stamp }) => withoutSlash(stamp.graph)),
    output("gallery-endpoint", ({ stamp }) => withoutSlash(stamp.gallery)),
    output("portal-endpoint", ({ stamp }) => withoutSlash(stamp.portal)),
    output("storage-suffix", ({ stamp }) => stamp.storageSuffix),
    output("keyvault-suffix", ({ stamp }) => stamp.keyvaultSuffix),
    output("keyvault-audience", ({ stamp }) => stamp.keyvaultAudience),
    own(output("az-path", ({ az }) => az.path)),
    own(output("az-version", ({ az }) => az.description?.version)),
    own(output("azure-config-dir", ({ az }) => az.configFolder)),
    own(output("ca-bundle", ({ bundle }) => bundle?.path)),
    own(output("ca-fingerprint", ({ inputs }) => fingerprints(inputs))),
    own(output("java-trust-store", ({ bundle }) => bundle?.javaTrustStore)),
];
const AZ = "az";
const TLS = "TLS clients";
const SDK = "Azure SDKs";
const TERRAFORM = "Terraform";
const SAMPLES = "Python samples";
const ANSIBLE = "Ansible (modules of 2.9)";
const OTHERS = "others";
const variable = (reader, name, meaning, value) => ({
    reader,
    name,
    meaning,
    value,
});
const credential = (row) => ({ ...row, secret: true });
const azVariable = (name, meaning) => own(variable(AZ, name, meaning, ({ az }) => az.variables[name]));
const tls = (name, meaning, reader = TLS) => own(variable(reader, name, meaning, ({ bundle }) => bundle?.variables[name]));
const VARIABLES = [
    azVariable("AZURE_CONFIG_DIR", "configuration folder of this job"),
    azVariable("AZURE_EXTENSION_DIR", "the machine's extensions"),
    azVariable("AZURE_CORE_COLLECT_TELEMETRY", "`false`"),
    azVariable("AZURE_CORE_INSTANCE_DISCOVERY", "`false`: do not ask login.microsoftonline.com about the authority"),
    azVariable("AZURE_CORE_ERROR_RECOMMENDATION", "`off`: do not ask app.aladdin.microsoft.com about a mistyped command"),
    tls("REQUESTS_CA_BUNDLE", "public roots and the stamp's, for az and Python"),
    tls("SSL_CERT_FILE", "the same for OpenSSL, Go and others"),
    tls("CURL_CA_BUNDLE", "the same for curl"),
    tls("GIT_SSL_CAINFO", "the same for git"),
    tls("NODE_EXTRA_CA_CERTS", "the stamp's root and the runner's private roots, for Node"),
    variable(SDK, "AZURE_TENANT_ID", "tenant; `adfs` on AD FS", sdkTenant),
    own(variable(SDK, "AZURE_CLIENT_ID", "application ID", ({ identity }) => identity.clientId)),
    variable(SDK, "AZURE_AUTHORITY_HOST", "authority without its tenant", ({ stamp }) => stamp.authority.host),
    variable(SDK, "AZURE_SUBSCRIPTION_ID", "subscription ID", ({ identity }) => identity.subscription?.id),
    own(variable(SDK, "AZURE_CLIENT_CERTIFICATE_PATH", "certificate credential as PEM", ({ files }) => files?.pem)),
    credential(variable(SDK, "AZURE_CLIENT_SECRET", "client secret", secret)),
    credential(variable(SDK, "AZURE_USERNAME", "user name", username)),
    credential(variable(SDK, "AZURE_PASSWORD", "password", exports_password)),
    own(variable(TERRAFORM, "ARM_ENDPOINT", "URL of Azure Resource Manager", ({ stamp }) => stamp.endpoint)),
    own(variable(TERRAFORM, "ARM_METADATA_HOST", "host of Azure Resource Manager", endpointHost)),
    own(variable(TERRAFORM, "ARM_METADATA_HOSTNAME", "the same", endpointHost)),
    own(variable(TERRAFORM, "ARM_METADATA_URL", "as `ARM_ENDPOINT`", ({ stamp }) => stamp.endpoint)),
    variable(TERRAFORM, "ARM_TENANT_ID", "GUID of the tenant", ({ identity }) => identity.tenantId),
    own(variable(TERRAFORM, "ARM_CLIENT_ID", "application ID", ({ identity }) => identity.clientId)),
    variable(TERRAFORM, "ARM_SUBSCRIPTION_ID", "subscription ID", ({ identity }) => identity.subscription?.id),
    variable(TERRAFORM, "ARM_LOCATION", "location", ({ identity }) => identity.location),
    own(variable(TERRAFORM, "ARM_CLIENT_CERTIFICATE_PATH", "certificate credential as PFX", ({ files }) => files?.pfx)),
    credential(variable(TERRAFORM, "ARM_CLIENT_SECRET", "client secret", secret)),
    credential(variable(TERRAFORM, "ARM_CLIENT_CERTIFICATE_PASSWORD", "password of the PFX", pfxPassword)),
    variable(SAMPLES, "AZURE_RESOURCE_LOCATION", "location", ({ identity }) => identity.location),
    variable(SAMPLES, "AZURE_OBJECT_ID", "object ID of the service principal", ({ identity }) => identity.objectId),
    own(variable(SAMPLES, "AZURE_CERT_PATH", "certificate credential as PEM", ({ files }) => files?.pem)),
    own(variable(ANSIBLE, "AZURE_CLOUD_ENVIRONMENT", "as `ARM_ENDPOINT`, where Ansible reads the metadata", ({ stamp }) => stamp.endpoint)),
    variable(ANSIBLE, "AZURE_TENANT", "GUID of the tenant", ({ identity }) => identity.tenantId),
    variable(ANSIBLE, "AZURE_ADFS_AUTHORITY_URL", "authority, on AD FS only", (results) => isAdfs(results) ? authority(results) : undefined),
    credential(variable(ANSIBLE, "AZURE_SECRET", "client secret", secret)),
    credential(variable(ANSIBLE, "AZURE_AD_USER", "user name", username)),
    tls("PERL_LWP_SSL_CA_FILE", "public roots and the stamp's, for Perl's LWP", OTHERS),
    own(variable(OTHERS, "AZCOPY_DEFAULT_SERVICE_API_VERSION", "newest API version of blobs in the stamp's profile, for azcopy; not set with `latest`", ({ identity }) => (0,profiles/* blobsVersion */.TB)(identity.profile))),
    own(variable(OTHERS, "AZURE_FEDERATED_TOKEN_FILE", "with OIDC: path of the job's ID token, for SDKs", (results) => results.renewal?.tokenFile)),
];
const REPLACED_VARIABLES = [...REPLACED, "NO_PROXY", "HTTPS_PROXY"];

;// CONCATENATED MODULE: ./build/results/job-variables.js

const jobVariables = (0,kind/* undoKind */.fp)({
    name: "variables",
    fields: { values: kind/* isObject */.Gv },
    lasts: false,
    undo({ values }, { host }) {
        for (const [name, { ours, afterwards }] of Object.entries(values)) {
            if (ours === undefined)
                host.exportVariable(name, afterwards, { secret: true });
            else if (host.variable(name) === ours)
                host.exportVariable(name, afterwards, { own: true });
        }
    },
    describe: ({ values }) => `variables ${Object.keys(values).join(", ")}`,
});
async function exportVariables(variables, afterwards, host, journal) {
    const values = variables.flatMap((one) => {
        const end = endOf(one, afterwards, host.variable(one.name), journal.folder);
        return end === undefined ? [] : [[one.name, end]];
    });
    await journal.record(jobVariables.entry({ values: Object.fromEntries(values) }));
    for (const { name, text, isSecret, isOwn } of variables) {
        host.exportVariable(name, text, { secret: isSecret, own: isOwn });
    }
}
function endOf({ name, text, isSecret }, { ofFiles, ofAz }, before, folder) {
    if (isSecret)
        return { afterwards: "" };
    const afterwards = ofFiles[name] ?? ofAz[name] ?? before;
    const namesFile = text.startsWith(folder) || ofFiles[name] !== undefined;
    const isHarmless = afterwards === "" && ofAz[name] === undefined && !namesFile;
    return isHarmless || afterwards === text ? undefined : { ours: text, afterwards };
}

;// CONCATENATED MODULE: ./build/results/export-results.js




async function exportResults(results, host, journal) {
    for (const { name, value, own: isOwn = false } of OUTPUTS) {
        host.setOutput(name, value(results) ?? "", { own: isOwn });
    }
    const { az, bundle, renewal } = results;
    const afterwards = { ofFiles: bundle?.afterwards ?? {}, ofAz: az.afterwards };
    await exportVariables([...promised(results), ...replaced(results, host)], afterwards, host, journal);
    for (const warning of az.warnings)
        host.warning(warning);
    if (az.installed)
        host.addPath(external_node_path_.dirname(az.path));
    if (renewal?.launchers !== undefined)
        host.addPath(renewal.launchers);
}
function promised(results) {
    return VARIABLES.flatMap(({ name, value, secret: isSecret = false, own: isOwn = false }) => {
        const text = value(results);
        return !text || (isSecret && !results.inputs.exportCredentials) ? [] : [{ name, text, isSecret, isOwn }];
    });
}
function replaced({ stamp, az }, host) {
    const known = new Set(VARIABLES.map(({ name }) => name));
    const urls = [stamp.endpoint, stamp.authority.loginEndpoint].map((url) => new URL(url));
    const proxy = proxyForLater(urls, host.environment);
    const password = proxy["https_proxy"] === undefined ? "" : configuredProxy(host.environment)?.password;
    if (password)
        host.mask(password);
    return Object.entries({ ...az.variables, ...proxy })
        .filter(([name]) => !known.has(name))
        .map(([name, text]) => ({ name, text, isSecret: false, isOwn: true }));
}

;// CONCATENATED MODULE: ./build/io/temporary-replacement.js






const placedFile = (0,kind/* undoKind */.fp)({
    name: "placed-file",
    fields: { file: kind/* isText */.KH, kept: kind/* isTextOrMissing */.DH },
    lasts: true,
    undo: (placed, { isLate }) => removePlaced(placed, isLate),
    describe: ({ file }) => `the file ${file}`,
});
async function placeFile(file, content, journal, keepPrivate = BY_MODE) {
    const status = await temporary_replacement_statusOf(file);
    if (status !== undefined && !status.isFile())
        throw new Error("the path exists, and is no plain file");
    const kept = status === undefined ? undefined : external_node_path_.join(journal.folder, `replaced-${(0,external_node_crypto_.randomUUID)()}`);
    await journal.record(placedFile.entry({ file, kept, digest: (0,external_node_crypto_.hash)("sha256", content) }));
    if (kept !== undefined)
        await move(file, kept, kept);
    await (0,io_files/* createPrivateFile */.aP)(file, "");
    await keepPrivate(file, "file");
    await (0,promises_.writeFile)(file, content, { flag: "r+" });
}
async function removePlaced({ file, kept, digest }, isLate = false) {
    if (kept !== undefined && (await temporary_replacement_statusOf(kept)) === undefined)
        return;
    if (isLate && !(await isStill(file, digest)))
        return kept === undefined ? undefined : putBeside(file, kept, "another file has that path now");
    if (kept === undefined)
        return (0,promises_.rm)(file, { force: true });
    try {
        await (0,promises_.rm)(file, { force: true });
        await (0,io_files/* makeFolders */.wZ)(external_node_path_.dirname(file));
        await move(kept, file, kept);
    }
    catch (error) {
        await putBeside(file, kept, error.message);
    }
}
async function putBeside(file, kept, reason) {
    const beside = `${file}.${external_node_path_.basename(kept)}`;
    if ((await temporary_replacement_statusOf(kept)) !== undefined)
        await move(kept, beside, kept);
    throw new Error(`the file that it replaced is kept as ${beside}: ${reason}`);
}
async function isStill(file, digest) {
    const content = await (0,promises_.readFile)(file).catch((error) => error.code === "ENOENT" ? "" : undefined);
    return content === "" || (content !== undefined && (0,external_node_crypto_.hash)("sha256", content) === digest);
}
async function temporary_replacement_statusOf(file) {
    return (0,promises_.lstat)(file).catch((error) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR")
            return undefined;
        throw error;
    });
}
async function move(from, to, kept) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (error.code !== "EXDEV")
            throw error;
        const incomplete = `${to}.${external_node_path_.basename(kept)}-incomplete`;
        const { uid, gid } = await (0,promises_.lstat)(from);
        await (0,promises_.rm)(incomplete, { force: true });
        try {
            await (0,promises_.cp)(from, incomplete, { preserveTimestamps: true, errorOnExist: true, force: false });
            await (0,promises_.chown)(incomplete, uid, gid);
            await (0,promises_.rename)(incomplete, to);
        }
        catch (copyError) {
            await (0,promises_.rm)(incomplete, { force: true });
            throw copyError;
        }
        await (0,promises_.rm)(from);
    }
}

;// CONCATENATED MODULE: ./build/results/sample-config.js



function samplesOf(credential, identity, endpoint, files) {
    return {
        clientId: identity.clientId,
        ...proofOf(credential, files),
        objectId: identity.objectId,
        subscriptionId: identity.subscription?.id ?? "",
        tenantId: identity.tenantId,
        resourceManagerEndpointUrl: endpoint,
        location: identity.location,
    };
}
function proofOf(credential, files) {
    if (credential.kind === "secret")
        return { clientSecret: credential.secret };
    if (credential.kind === "certificate")
        return { certPath: files?.pfx ?? "", certPass: credential.password ?? "" };
    return {};
}
async function writeSamples(file, config, journal, warn, keepPrivate) {
    try {
        await placeFile(file, `${JSON.stringify(config, null, 2)}\n`, journal, keepPrivate);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            throw error;
        throw files/* fileFailures */.q.notWritten({ file, reason: error.message }, error);
    }
    const lacking = Object.keys(config).filter((name) => config[name] === "" && name !== "certPass");
    if (lacking.length > 0)
        warn(`${file} has no value for ${lacking.join(", ")}, which some samples refuse.`);
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./node_modules/@azure/core-rest-pipeline/dist/esm/index.js + 83 modules
var esm = __webpack_require__(6033);
;// CONCATENATED MODULE: ./build/io/json-excess.js
const DEEPEST = 64;
const MOST_VALUES = 200_000;
function excessOf(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    let depth = 0;
    let values = 0;
    for (let index = 0; index < text.length; index++) {
        switch (text[index]) {
            case '"':
                index = endOfString(text, index);
                break;
            case "[":
            case "{":
                depth++;
                values++;
                break;
            case "]":
            case "}":
                depth--;
                break;
            case ",":
                values++;
                break;
        }
        if (depth > DEEPEST)
            return `${DEEPEST} levels`;
        if (values > MOST_VALUES)
            return `${MOST_VALUES} values`;
    }
    return undefined;
}
function endOfString(text, start) {
    let index = start + 1;
    while (index < text.length && text[index] !== '"')
        index += text[index] === "\\" ? 2 : 1;
    return index;
}

;// CONCATENATED MODULE: ./build/io/bounded-client.js





const LARGEST_ANSWER = 2 * 1024 * 1024;
function boundedClient(client, partyOf) {
    return {
        async sendRequest(request) {
            const { streamResponseStatusCodes } = request;
            request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
            try {
                const { readableStreamBody, ...response } = await client.sendRequest(request);
                const from = { url: (0,quoting/* addressOf */.ci)(request.url), party: partyOf(new URL(request.url).host) };
                return { ...response, bodyAsText: await bounded_client_textOf(readableStreamBody, response, from) };
            }
            finally {
                if (streamResponseStatusCodes === undefined)
                    delete request.streamResponseStatusCodes;
                else
                    request.streamResponseStatusCodes = streamResponseStatusCodes;
            }
        },
    };
}
async function bounded_client_textOf(stream, { request, headers }, from) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of stream ?? []) {
            size += chunk.length;
            if (size > LARGEST_ANSWER || Number(headers.get("content-length")) > LARGEST_ANSWER) {
                throw network/* networkFailures */.I.tooLarge({ ...from, size: `${LARGEST_ANSWER / 1024 / 1024} MB` });
            }
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw readingFailed(error, request);
    }
    const text = Buffer.concat(chunks).toString("utf8");
    const excess = excessOf(text);
    if (excess !== undefined)
        throw network/* networkFailures */.I.tooComplex({ ...from, excess });
    return text;
}
function readingFailed(error, request) {
    const { name, code = "", message } = error;
    if (error instanceof failure/* Failure */.H || name === "AbortError")
        return error;
    return new esm/* RestError */.pj(message, { code: code.startsWith("Z_") ? esm/* RestError */.pj.PARSE_ERROR : "ECONNRESET", request });
}

// EXTERNAL MODULE: ./build/io/network-failures.js + 1 modules
var network_failures = __webpack_require__(1272);
// EXTERNAL MODULE: ./build/io/presented-chain.js
var presented_chain = __webpack_require__(471);
// EXTERNAL MODULE: ./build/io/responses.js
var responses = __webpack_require__(7645);
;// CONCATENATED MODULE: ./build/io/retry-after.js
const LONGEST_WAIT_MS = 60_000;
const WAITS = [
    ["retry-after-ms", 1],
    ["x-ms-retry-after-ms", 1],
    ["retry-after", 1000],
];
function limitWaiting({ status, headers }) {
    const asked = WAITS.map(([name, unit]) => ({ value: headers.get(name), unit })).find(({ value }) => value);
    const wait = asked?.value === undefined ? undefined : milliseconds(asked.value.trim(), asked.unit);
    for (const [name] of WAITS)
        headers.delete(name);
    if (wait !== undefined && wait <= LONGEST_WAIT_MS)
        headers.set("retry-after-ms", String(wait));
    else if (status === 429 && wait === undefined)
        headers.set("retry-after-ms", "1000");
}
function milliseconds(text, unit) {
    if (/^\d+(?:\.\d+)?$/.test(text))
        return Number(text) * unit;
    const until = /^[A-Z][a-z]+, /.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}

// EXTERNAL MODULE: ./build/io/tunnel.js
var io_tunnel = __webpack_require__(1187);
;// CONCATENATED MODULE: ./build/io/http.js












const TIMEOUTS_BEFORE_GIVING_UP = 2;
const RETRIES = { maxRetries: 3, retryDelayInMs: 500, maxRetryDelayInMs: 10_000 };
const REDIRECTS = { maxRetries: 5 };
function openChannel({ environment, signal, roots }, rule) {
    let last;
    const direct = new external_node_https_.Agent({ keepAlive: true });
    const translate = {
        name: "azsTranslateFailures",
        async sendRequest(request, next) {
            const url = new URL(request.url);
            const { proxy, exception } = proxyFor(url, environment);
            const tunnel = proxy === undefined ? undefined : new io_tunnel/* Tunnel */.$(proxy.href);
            const way = { party: rule.partyOf(url.host), tunnel, roots, exception };
            request.agent = tunnel ?? direct;
            const { abortSignal: callers } = request;
            request.abortSignal = callers === undefined ? signal : AbortSignal.any([callers, signal]);
            try {
                const response = await next(request);
                checkAnswerOf(response, url, way);
                return response;
            }
            catch (error) {
                if (callers?.aborted)
                    throw error;
                const failure = signal.aborted
                    ? network/* networkFailures */.I.noMoreTime({ host: url.host, party: way.party }, error)
                    : await failureOf(error, url, way);
                last = failure ?? last;
                throw failure ?? error;
            }
        },
    };
    const client = boundedClient((0,esm/* createDefaultHttpClient */.fl)(), rule.partyOf);
    const common = {
        retryOptions: RETRIES,
        redirectOptions: REDIRECTS,
        proxyOptions: settingsOf(configuredProxy(environment) ?? new URL("http://localhost")),
    };
    const clientOptions = {
        ...common,
        httpClient: client,
        additionalPolicies: [
            { policy: translate, position: "perCall" },
            { policy: hostGuard(rule), position: "perRetry" },
            { policy: attemptPolicy(), position: "perRetry" },
        ],
    };
    const pipeline = (0,esm/* createPipelineFromOptions */.Fp)(common);
    for (const { policy, position } of clientOptions.additionalPolicies ?? []) {
        pipeline.addPolicy(policy, position === "perRetry" ? { afterPhase: "Sign" } : {});
    }
    return {
        clientOptions,
        failure: () => last,
        get: (url) => pipeline.sendRequest(client, (0,esm/* createPipelineRequest */.G6)({ url })),
        post: (url, form) => pipeline.sendRequest(client, formRequest(url, form)),
        async presentedChain(url) {
            let chain = [];
            const reader = (0,presented_chain/* chainReader */.N)(rule.partyOf, (found) => {
                chain = found;
            });
            await pipeline.sendRequest(reader, (0,esm/* createPipelineRequest */.G6)({ url }));
            return chain;
        },
    };
}
function checkAnswerOf(response, url, { party, tunnel }) {
    const refusal = tunnel?.refusal(url.host);
    if (refusal !== undefined)
        throw refusal;
    (0,responses/* checkAnswer */.dG)(response, party);
}
async function failureOf(error, url, way) {
    const refusal = way.tunnel?.refusal(url.host);
    if (refusal !== undefined)
        return refusal;
    if (error instanceof failure/* Failure */.H)
        return (0,network_failures/* throughNoProxy */.Nr)(error, way);
    if (!(0,esm/* isRestError */.T0)(error) || error.response === undefined)
        return (0,network_failures/* networkFailure */.rd)(error, url, way);
    try {
        (0,responses/* checkAnswer */.dG)(error.response, way.party);
        return undefined;
    }
    catch (failure) {
        return failure;
    }
}
function formRequest(url, form) {
    const headers = (0,esm/* createHttpHeaders */.Nc)({
        "content-type": "application/x-www-form-urlencoded",
        accept: "application/json",
    });
    return (0,esm/* createPipelineRequest */.G6)({ url, method: "POST", body: new URLSearchParams(form).toString(), headers });
}
function settingsOf({ protocol, hostname, port, username, password }) {
    return {
        host: `${protocol}//${hostname}`,
        port: Number(port) || (protocol === "https:" ? 443 : 80),
        ...(username === "" ? {} : { username: decodeURIComponent(username), password: decodeURIComponent(password) }),
    };
}
function hostGuard({ allows, named, partyOf }) {
    return {
        name: "azsHostGuard",
        sendRequest(request, next) {
            const { host, protocol } = new URL(request.url);
            if (protocol !== "https:" || !allows(host)) {
                throw stampFailures.foreignHost({ host, allowed: named, party: partyOf(host) });
            }
            return next(request);
        },
    };
}
function attemptPolicy() {
    const timeouts = new WeakMap();
    return {
        name: "azsAttempt",
        async sendRequest(request, next) {
            const callers = request.abortSignal;
            const late = new AbortController();
            const timer = setTimeout(() => late.abort(), network_failures/* TIMEOUT_MS */.rl);
            request.abortSignal = AbortSignal.any([callers, late.signal]);
            try {
                const response = await next(request);
                limitWaiting(response);
                return response;
            }
            catch (error) {
                if (isTimeout(error, callers.aborted)) {
                    const count = (timeouts.get(request) ?? 0) + 1;
                    timeouts.set(request, count);
                    if (count >= TIMEOUTS_BEFORE_GIVING_UP)
                        throw new esm/* RestError */.pj("No answer in time", { code: network_failures/* NO_ANSWER */.Dn, request });
                    throw new esm/* RestError */.pj("No answer in time", { code: "ETIMEDOUT", request });
                }
                throw retriable(error);
            }
            finally {
                clearTimeout(timer);
                request.abortSignal = callers;
            }
        },
    };
}
function isTimeout(error, abortedByCaller) {
    return error instanceof Error && error.name === "AbortError" && !abortedByCaller;
}
function retriable(error) {
    if (!(0,esm/* isRestError */.T0)(error))
        return error;
    if (error.code === "EAI_AGAIN")
        error.code = "ENOTFOUND";
    if (error.code === "EPIPE" || error.code === "REQUEST_SEND_ERROR")
        error.code = "ECONNRESET";
    return error;
}

;// CONCATENATED MODULE: ./build/stamp/configuration.js





const Document = object({ issuer: forms_text(longText), token_endpoint: forms_text(longText) });
const configuration_Plain = object({ token_endpoint: needed(httpsUrl) });
async function readConfiguration({ loginEndpoint, host }, rule, channel) {
    const url = `${loginEndpoint.replace(/\/+$/, "")}/.well-known/openid-configuration`;
    const from = { url, party: rule.partyOf(new URL(url).host) };
    const { status, bodyAsText } = await channel.get(url);
    const document = status === 200 ? (0,json/* jsonOf */.o_)(bodyAsText ?? "") : undefined;
    const { issuer, token_endpoint: endpoint } = readAnswer(Document, Object(document), from);
    if (endpoint === undefined) {
        throw network/* networkFailures */.I.refused({ ...from, status: String(status), message: "this is no OpenID configuration." });
    }
    const named = URL.parse(endpoint);
    if (named !== null && (named.protocol !== "https:" || !rule.allows(named.host))) {
        throw stampFailures.foreignHost({ host: (0,quoting/* quoted */.TL)(named.host), allowed: rule.named, party: from.party });
    }
    if (named !== null && named.origin !== host && (!rule.isListed(named.host) || rule.isEntra(named.host))) {
        throw stampFailures.foreignTokenEndpoint({ authority: (0,quoting/* addressOf */.ci)(loginEndpoint), endpoint: (0,quoting/* quoted */.TL)(endpoint) });
    }
    const checked = readAnswer(configuration_Plain, { token_endpoint: endpoint }, from);
    return { issuer, tokenEndpoint: checked.token_endpoint };
}

;// CONCATENATED MODULE: ./build/stamp/metadata.js





const metadata_Document = object({
    galleryEndpoint: forms_text(httpsUrl),
    gallery: forms_text(httpsUrl),
    graphEndpoint: forms_text(uri),
    graphAudience: forms_text(uri),
    graph: forms_text(uri),
    portalEndpoint: forms_text(httpsUrl),
    "portal Endpoint": forms_text(httpsUrl),
    portal: forms_text(httpsUrl),
    authentication: record({ loginEndpoint: forms_text(longText), audiences: list(forms_text(uri), 100), tenant: forms_text(hostName) }),
    suffixes: record({ storage: forms_text(suffix), keyVaultDns: forms_text(suffix) }),
});
const API_VERSION = "2015-01-01";
async function fetchMetadata(endpoint, channel) {
    const url = `${endpoint}/metadata/endpoints?api-version=${API_VERSION}`;
    const { status, bodyAsText } = await channel.get(url);
    const answer = bodyAsText ?? "";
    const from = { url, party: "arm" };
    if (status !== 200)
        throw network/* networkFailures */.I.refused({ ...from, status: String(status), message: (0,responses/* armMessage */.Yh)(answer) });
    if (answer.trim() === "")
        throw network/* networkFailures */.I.broken(from);
    return readMetadata((0,json/* jsonOf */.o_)(answer), url);
}
function readMetadata(document, url) {
    const one = Array.isArray(document) ? ownEntry(document, url) : document;
    const found = readAnswer(metadata_Document, (0,json/* isObject */.Gv)(one) ? one : {}, { url, party: "arm" });
    const { authentication, suffixes } = found;
    const required = {
        "authentication.loginEndpoint": authentication.loginEndpoint,
        "authentication.audiences": authentication.audiences[0],
        graphEndpoint: found.graphEndpoint ?? found.graphAudience ?? found.graph,
    };
    const missing = Object.entries(required).flatMap(([name, value]) => (value ? [] : [name]));
    if (missing.length > 0)
        throw stampFailures.metadataIncomplete({ url, missing: missing.join(", ") });
    return {
        loginEndpoint: required["authentication.loginEndpoint"] ?? "",
        audience: required["authentication.audiences"] ?? "",
        graph: required.graphEndpoint ?? "",
        gallery: found.galleryEndpoint ?? found.gallery,
        portal: found.portalEndpoint ?? found["portal Endpoint"] ?? found.portal,
        storageSuffix: suffixes.storage,
        keyvaultSuffix: suffixes.keyVaultDns,
        tenant: authentication.tenant,
    };
}
function ownEntry(entries, url) {
    const { host } = new URL(url);
    return entries.find((entry) => URL.parse(managerOf(entry))?.host === host) ?? entries[0];
}
function managerOf(entry) {
    const { resourceManager } = Object(entry);
    return typeof resourceManager === "string" ? resourceManager : "";
}

;// CONCATENATED MODULE: ./build/stamp/microsoft-graph.js
const PUBLIC = "https://graph.microsoft.com/";
const NATIONAL = {
    "login.microsoftonline.us": "https://graph.microsoft.us/",
    "login.usgovcloudapi.net": "https://graph.microsoft.us/",
    "login.chinacloudapi.cn": "https://microsoftgraph.chinacloudapi.cn",
    "login.partner.microsoftonline.cn": "https://microsoftgraph.chinacloudapi.cn",
    "login.microsoftonline.de": "https://graph.microsoft.de",
};
function microsoftGraphOf({ identityProvider, host }, graph) {
    if (identityProvider === "adfs")
        return graph;
    return NATIONAL[new URL(host).hostname] ?? PUBLIC;
}

;// CONCATENATED MODULE: ./build/stamp/tenant.js




const tenant_GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";
function isGuid(text) {
    return guid.fits(text);
}
async function discoverTenant(endpoint, issuer, subscription, channel) {
    const tenant = tenant_GUID.exec(issuer ?? "")?.[0] ?? (await fromChallenge(endpoint, subscription, channel));
    if (tenant === undefined)
        throw stampFailures.noTenant({ host: new URL(endpoint).host });
    return tenant;
}
async function fromChallenge(endpoint, subscription, channel) {
    const id = subscription !== undefined && isGuid(subscription) ? subscription : NO_SUBSCRIPTION;
    const url = `${endpoint}/subscriptions/${id}?api-version=2016-06-01`;
    const { headers } = await channel.get(url);
    const uri = /authorization_uri="?([^",]+)"?/i.exec(headers.get("www-authenticate") ?? "")?.[1];
    if (uri === undefined)
        return undefined;
    if (!httpsUrl.fits(uri)) {
        const field = "authorization_uri of WWW-Authenticate, which names the tenant,";
        throw network/* networkFailures */.I.malformed({ party: "arm", url: (0,quoting/* addressOf */.ci)(url), field, form: httpsUrl.named });
    }
    const segments = new URL(uri).pathname.split("/");
    return segments.find(isGuid) ?? segments.find((segment) => segment.includes(".") && hostName.fits(segment));
}

;// CONCATENATED MODULE: ./build/stamp/stamp.js







async function discoverStamp(options, network) {
    const { url: endpoint, hostname } = options.endpoint;
    const names = readNames(hostname);
    const rule = authorityRule(names.domain, options.trustedAuthorities);
    const { host } = new URL(endpoint);
    const isManager = (other) => other === host;
    const channel = openChannel(network, {
        ...rule,
        allows: (other) => isManager(other) || rule.allows(other),
        partyOf: (other) => (isManager(other) ? "arm" : rule.partyOf(other)),
    });
    const metadata = await fetchMetadata(endpoint, channel);
    const authority = readAuthority(metadata.loginEndpoint, rule, names.domain, endpoint);
    const adfs = authority.identityProvider === "adfs" ? await readConfiguration(authority, rule, channel) : undefined;
    const stated = metadata.tenant !== undefined && isGuid(metadata.tenant) ? metadata.tenant : undefined;
    const tenant = options.tenantId ?? stated ?? (await discoverTenant(endpoint, adfs?.issuer, options.subscription, channel));
    return {
        endpoint,
        authority,
        tokenEndpoint: adfs?.tokenEndpoint ?? entraTokenEndpoint(authority, tenant),
        tenant,
        audience: metadata.audience,
        keyvaultAudience: metadata.audience.replace("management", "vault"),
        graph: metadata.graph,
        microsoftGraph: microsoftGraphOf(authority, metadata.graph),
        gallery: metadata.gallery,
        portal: metadata.portal,
        location: names.location,
        storageSuffix: metadata.storageSuffix ?? names.domain,
        keyvaultSuffix: metadata.keyvaultSuffix ? `.${metadata.keyvaultSuffix.replace(/^\./, "")}` : names.keyvaultSuffix,
    };
}
function entraTokenEndpoint(authority, tenant) {
    return `${new URL(networkEndpoint(authority)).origin}/${tenant}/oauth2/v2.0/token`;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/trust/store/pem-entries.js


const ENTRY = /\n# azs-login: begin (\S+)\n[\s\S]*?# azs-login: end \1\n/g;
const NEED = /^# azs-login: needed by (\S+) since (\S+)(?: as (\{.*\}))?\n/gm;
const BEGIN = "\n# azs-login: begin ";
function hasEntries(text) {
    return text.includes(BEGIN);
}
function holdSame(text, original) {
    const [one, other] = [text, original].map((from) => new Set(certificateBlocks(from)));
    return one.size > 0 && one.size === other.size && [...one].every((block) => other.has(block));
}
const WITH_ENTRIES = { ours: hasEntries, isSame: holdSame };
function addRoots(text, roots, job, now) {
    return roots.reduce((result, root) => addRoot(result, root, job, now), text);
}
function endNeeds(text, isEnded) {
    return text.replace(ENTRY, (entry) => entry.replace(NEED, (line, job, since, life) => isEnded({ job, since: new Date(since), life: life === undefined ? undefined : (0,lives/* asLife */.V5)((0,json/* jsonOf */.o_)(life)) }) ? "" : line));
}
function keepEntries(text, isKept) {
    let result = "";
    let end = 0;
    for (const { 0: entry, 1: fingerprint = "", index } of text.matchAll(ENTRY)) {
        result = joinLines(result, text.slice(end, index)) + (isKept(fingerprint, entry) ? entry : "");
        end = index + entry.length;
    }
    return joinLines(result, text.slice(end));
}
function isNeeded(text) {
    return text.search(NEED) >= 0;
}
function removeNeeds(text, isEnded) {
    return keepEntries(endNeeds(text, isEnded), (_, entry) => isNeeded(entry));
}
function joinLines(before, after) {
    const joins = before !== "" && after !== "" && !before.endsWith("\n") && !after.startsWith("\n");
    return joins ? `${before}\n${after}` : before + after;
}
function holds(text, root) {
    const wanted = root.der.toString("base64");
    return certificateBlocks(text).some((block) => block.replace(/-----[^-]+-----|\s/g, "") === wanted);
}
function certificateBlocks(text) {
    return text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]*-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? [];
}
function addRoot(text, root, job, now) {
    const fingerprint = compact(root.fingerprints.sha256);
    const life = ascii(JSON.stringify(job.life));
    const need = `# azs-login: needed by ${job.name} since ${now.toISOString()} as ${life}\n`;
    const begin = `${BEGIN}${fingerprint}\n`;
    if (text.includes(begin))
        return text.replace(begin, () => `${begin}${need}`);
    return holds(text, root) ? text : text + entry(root, begin, need, fingerprint);
}
function entry(root, begin, need, fingerprint) {
    const { md5, sha1, sha256 } = root.fingerprints;
    return [
        `${begin}${need}# Issuer: ${ascii(root.issuer)}`,
        `# Subject: ${ascii(root.subject)}`,
        `# Label: ${ascii(JSON.stringify(commonName(root.subject)))}`,
        `# Serial: ${BigInt(`0x${root.serial}`)}`,
        `# MD5 Fingerprint: ${md5.toLowerCase()}`,
        `# SHA1 Fingerprint: ${sha1.toLowerCase()}`,
        `# SHA256 Fingerprint: ${sha256.toLowerCase()}`,
        `${root.pem.trimEnd()}`,
        `# azs-login: end ${fingerprint}\n`,
    ].join("\n");
}
function commonName(subject) {
    const name = /(?:^|, )CN=((?:\\.|[^,\\])+)/.exec(subject)?.[1];
    return name?.replaceAll(/\\(.)/g, "$1") ?? subject;
}
function ascii(text) {
    return text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function compact(fingerprint) {
    return fingerprint.replaceAll(":", "").toLowerCase();
}

// EXTERNAL MODULE: ./build/certificates/material.js
var material = __webpack_require__(796);
// EXTERNAL MODULE: ./build/certificates/pem.js
var pem = __webpack_require__(5619);
// EXTERNAL MODULE: ./build/certificates/der.js
var certificates_der = __webpack_require__(5318);
;// CONCATENATED MODULE: ./build/certificates/purposes.js

const SEQUENCE = 0x30;
const REJECTED = 0xa0;
const OF_SERVERS = ["2b06010505070301", "551d2500"];
function isForServers(der) {
    try {
        const [, more] = (0,certificates_der/* valuesIn */.a)(der, { only: 2 });
        if (more === undefined)
            return true;
        const fields = (0,certificates_der/* valuesIn */.a)(more.content);
        const purposesOf = (tag) => {
            const field = fields.find((one) => one.tag === tag);
            return field && (0,certificates_der/* valuesIn */.a)(field.content).map(({ content }) => content.toString("hex"));
        };
        const isOfServers = (purpose) => OF_SERVERS.includes(purpose);
        return !purposesOf(REJECTED)?.some(isOfServers) && (purposesOf(SEQUENCE)?.some(isOfServers) ?? true);
    }
    catch (error) {
        if (error instanceof certificates_der/* NotDer */.P)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/trust/bundle/known-public-roots.js
const KNOWN_PUBLIC_ROOTS = new Set(`
  018e13f0772532cf 02bdf96e2a45dd9b 02ed0eb28c14da45 0376ab1d54c5f980 03950fb49a531f3e 04048028bf1f2864
  0552e6f83fdf65e8 063e4afac491dfd3 0687260331a72403 06c08d7dafd87697 0753e940378c1bd5 0791ca0749b20782
  08170d1aa3645390 08297a4047dba236 098e08a91dbbf774 0a81ec5a929777f1 0b5eed4e846403cf 0c258a12a5674aef
  0c2cd63df7806fa3 0f4e9cdd264b0255 0f993c8aef97baaf 11437cda7bb45e41 125609aa301da0a2 136335439334a769
  1435f225c5d252d7 1465fa205397b876 152a402bfcdf2cd5 15d5b8774619ea7d 15f0ba00a3ac7af3 16af57a9f676b0ab
  1793927a06145497 179fbc148a3dd00f 18ce6cfe7bf14e60 18f1fc7f205df8ad 193144f431e0fddb 1ba5b2aa8c65401a
  1c01c6f4dbb2fefc 21db20123660bb2e 22a2c1f7bded704c 2399561127a57125 242b69742fcb1e5b 24a55c2ab051442d
  2530cc8e98321502 27995829fe6a7515 2a575471e31340bc 2a99f5bc1174b73c 2cabeafe37d06ca2 2ce1cb0bf9d2f9e1
  2d47437de1795121 2e44102ab58cb854 2e7bf16cc22485a7 2ffb7f813bbbb3c8 30d0895a9a448a26 30fbba2c32238e2a
  31ad6648f8104138 327a3d761abadea0 3417bb06cc6007da 349dfa4058c5e263 34d8a73ee208d9bc 358df39d764af9e1
  35ae5bddd8f7ae63 371a00dc0533b372 37d51006c512eaab 39df7b682b7b938f 3c4fb0b95ab8b300 3c5f81fea5fab82c
  3cfc3c14d1f684ff 3e84ba4342908516 3e9099b5015e8f48 3f034bb5704d44b2 3f06e55681d496f5 3f63bb2814be174e
  3f99cc474acfce4d 40f6af0346a99aa1 41c923866ab4cad6 4200f5043ac8590e 4348a0e9444c78cb 43df5774b03e7fef
  4404e33b5e140dcf 44b545aa8a25e65a 45140b3247eb9cc8 46edc3689046d53a 4898c6888c0cffb0 49351b903444c185
  49e7a442acf0ea62 4b009c1034494f9a 4b03f45807ad70f2 4b22d5a6aec99f3c 4d2491414cfe9567 4fa3126d8d3a11d1
  4ff460d54b9c86da 507941c74460a0b4 513b2cecb810d4cd 52f0e1c4e58ec629 54455f7129c20b14 552f7bdcf1a7af9e
  554153b13d2cf9dd 55903859c8c0c3eb 55926084ec963a64 568d6905a2c88708 56c77128d98c18d9 574df6931e278039
  578af4ded0853f4e 57de0583efd2b26e 58d017279cd4dc63 59769007f7685d0f 5a2fc03f0c83b090 5a885db19c01d912
  5c58468d55f58e49 5cc3d78e4e1d5e45 5d56499be4d2e08b 5edb7ac43b82a06a 5f0b62eab5e353ea 62dd0be9b9f50a16
  62f240278c564c4d 657cfe2fa73faa38 668c83947da63b72 687fa451382278ff 69729b8e15a86efc 69ddd7ea90bb57c9
  69fac9bd55fb0ac7 6ab2ab75f51cb4f4 6b328085625318aa 6b9c08e86eb0f767 6c61dac3a2def031 6cc05041e6445e74
  6dc47172e01cbcb0 6ea54741d004667e 70a73f7f376b6007 71cca5391f9e794b 73c176434f1bc6d5 7431e5f4c3c1ce46
  7600295eefe85b9e 767c955a76412c89 77407312c63a153d 77b82cd8644c4305 7908b40314c13810 793cbf4559b9fde3
  7bb647a62aeeac88 7d05ebb682339f8c 7d3b465a6014e526 7e37cb8b4c47090c 7f12cd5f7e5e290e 8095210805db4bbc
  81a9088ea59fb364 83ce3c1229688a59 8560f91c3624daba 85666a562ee0be5c 85a0dd7dd720adb7 85fb2f91dd12275a
  86a1ecba089c4a8d 873f4685fa7f5636 88497f01602f3154 88ef81de202eb018 88f438dcf8ffd1fa 8a71de6559336f42
  8a866fd1b276b57e 8b45da1c06f791eb 8c4edfd04348f322 8c7209279ac04e27 8d25cd97229dbf70 8d722f81a9c113c0
  8da084fcf99ce077 8de78655e1be7f78 8e8221b2e7d40078 8ecde6884f3d87b1 8faf7d2e2cb4709b 8fe4fb0af93a4d0d
  91e2f5788d5810eb 92bf5119abeccad0 945bbc825ea554f4 960adf0063e96356 96bcec06264976f3 97552015f5ddfc3c
  978cd966f2faa07b 9a114025197c5bb9 9a296a5182d1d451 9a6ec012e1a7da9d 9acfab7e43c8d880 9ae36232a5189ffd
  9bea11c976fe0147 a0234f3bc8527ca5 a040929a02ce53b4 a0459b9f63b22559 a1339d33281a0b56 a22dba681e97376e
  a4310d50af18a644 a45ede3bbbf09c8a a4b6b3996fc2f306 a53125188d2110aa a6c51e0da5ca0a93 a71272aeaaa3cfe8
  ab7036365c7154aa af8b6762a1e52822 b085d70b964f191a b0bfd52bb0d7d9bd b2fae53e14ccd7ab b4410b73e2e6eaca
  b4585f22e4ac756a b478b812250df878 b49141502d00663d b6191a50d0c3977f b676f2eddae8775c b7b12b171f821daa
  b7c36231706e8107 b9bea7860a962ea3 bc104f15a48be709 bc23f98a313cb92d bc4d809b15189d78 bd71fdf6da97e4cf
  bd81ce3b4f6591d1 be4b56cb5056c013 be6c4da2bbb9ba59 beb00b30839b9bc3 bec94911c2955676 bef256daf26e9c69
  bf0feefb9e3a581a bfd88fe1101c41ae bfff8fd04433487d c0076b9ef0531fb1 c0a6f4dc63a24bfd c1b48299aba5208f
  c32ffd9f46f936d1 c3846bf24b9e93ca c45d7bb08e6d67e6 c470cf547e2302b9 c741f70f4b2a8d88 c766a9bef2d4071c
  c7ba6567de93a798 c90f26f0fb1b4018 ca2d82a08677072f ca42dd41745fd0b8 cb3ccbb76031e5e0 cbb522d7b7f127ad
  cbb9c44d84b8043e cecddc905099d8da cf56ff46a4a18610 d13db1294c45ebc6 d40e9c86cd8fe468 d41d829e8c165982
  d43af9b35473755c d487a56f83b07482 d48d3d23eedb50a4 d6f034bd94aa233f d7a7a0fb5d7e2731 d8e0febc1db2e38d
  d947432abde7b7fa d95d0e8eda79525b d95fea3ca4eedce7 db3517d1f6732a2d dd6936fe21f8f077 e0d3226aeb1163c2
  e17890ee09a3fbf4 e23d4a036d7b70e9 e28393773da845a6 e35d28419ed02025 e389360d0fdbaeb3 e3b6a2db2ed7ce48
  e4c73430d7a5b509 e59aaa816009c22b e609078465a41978 e6b8f8766485f807 e74fbda55bd564c4 e75e72ed9f560eec
  e7685634efacf69a e778f0f095fe8437 e793c9b02fd8aa13 eaa962c4fa4a6baf eb04cf5eb1f39afa ebc5570c29018c4d
  ebd41040e4bb3ec7 ebf3c02a8789b1fb ecc3e9c3407503be edf7ebbca27a2a38 eec5496b988ce986 eec997c0c30f216f
  ef3cb417fc8ebf6f ef66b0b10a3cdb9f efc65cadbb59adb6 f015ce3cc239bfef f09b122c7114f4a0 f1c1b50ae5a20dd8
  f356bea244b7a91e f3896f88fe7c0a88 f4c149551a3013a3 f96f23f4c3e79c07 f9e67d336c51002a fb8fec759169b910
  fcbfe2886206f72b fd73dad31c644ff1 fe7696573855773e ff856a2d251dcd88 ffe943d793424b4f
`
    .trim()
    .split(/\s+/));

;// CONCATENATED MODULE: ./build/trust/bundle/root-sources.js





const root_sources_MOST_BYTES = 20_000_000;
const HASHED = /^[0-9a-f]{8}\.\d+$/;
async function readSource({ name, value }) {
    const read = name.endsWith("_DIR") ? readFolders : (await isFolder(value)) ? readFolder : readText;
    try {
        const text = await read(value);
        return text === "" ? { text, obstacle: `${name} names ${value}, which contains no certificate` } : { text };
    }
    catch (error) {
        const reason = error instanceof failure/* Failure */.H ? "no plain file" : error.code;
        return { text: "", obstacle: `${name} names ${value}, which cannot be read (${reason})` };
    }
}
function joined(texts) {
    const some = texts.filter((text) => text !== "");
    return some.map((text, index) => (text.endsWith("\n") || index === some.length - 1 ? text : `${text}\n`)).join("");
}
const SHOWN = /^#.*$|-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[^-]*-----END \1-----/gm;
async function readText(file) {
    const text = (await (0,io_files/* readBounded */.CB)(file, root_sources_MOST_BYTES)).toString("latin1");
    const isSecret = text.includes("PRIVATE KEY-----");
    const shown = (text.match(SHOWN) ?? []).filter((part) => (part.startsWith("#") ? !isSecret : root_sources_isWhole(part)));
    return shown.some((part) => part.startsWith("-")) ? `${shown.join("\n")}\n` : "";
}
const root_sources_SEQUENCE = 0x30;
function root_sources_isWhole(pem) {
    try {
        const [certificate] = (0,certificates_der/* valuesIn */.a)(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64"), { only: 1 });
        return certificate?.tag === root_sources_SEQUENCE;
    }
    catch {
        return false;
    }
}
async function readFolders(value) {
    const texts = await Promise.all(value.split(external_node_path_.delimiter).map((folder) => readFolder(folder).catch(() => "")));
    return joined(texts);
}
async function readFolder(folder) {
    const names = (await (0,promises_.readdir)(folder)).filter((name) => HASHED.test(name)).sort();
    const texts = await Promise.all(names.map((name) => readText(external_node_path_.join(folder, name)).catch(() => "")));
    return joined([...new Set(texts)]);
}
function isFolder(value) {
    return (0,promises_.stat)(value).then((status) => status.isDirectory(), () => false);
}

;// CONCATENATED MODULE: ./build/trust/bundle/private-roots.js










const NAMING = [
    "REQUESTS_CA_BUNDLE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "CURL_CA_BUNDLE",
    "GIT_SSL_CAINFO",
    "PERL_LWP_SSL_CA_FILE",
    "HTTPS_CA_FILE",
    "NODE_EXTRA_CA_CERTS",
];
const OF_NODE = ["NODE_USE_SYSTEM_CA", "NODE_OPTIONS"];
const DISTRIBUTED = (0,system_places/* systemPlaces */.a)("/usr/share/ca-certificates/mozilla", "/usr/share/pki/ca-trust-source/ca-bundle.trust.p11-kit", "/usr/share/pki/trust/ca-bundle.trust.p11-kit");
async function privateRoots(environment) {
    const named = NAMING.flatMap((name) => {
        const value = environment[name];
        return value ? [readSource({ name, value }).then(({ text }) => text)] : [];
    });
    const ofNode = OF_NODE.some((name) => environment[name]) ? (0,external_node_tls_.getCACertificates)("default").join("\n") : "";
    return privateIn(joined([...(await Promise.all(named)), ofNode]));
}
async function privateIn(text) {
    if (text === "")
        return [];
    const isKnown = isIn(new Set(external_node_tls_.rootCertificates.map((pem) => fingerprintOf(derOf(pem)))));
    const unknown = certificatesIn(text, isKnown);
    if (unknown.length === 0)
        return [];
    const isDistributed = isIn(await distributed());
    return withIssuers(unknown.filter(({ raw }) => !isDistributed(raw))).map((certificate) => ({
        pem: certificate.toString(),
        der: certificate.raw,
        subject: (0,material/* oneLine */.TN)(certificate.subject),
    }));
}
function certificatesIn(text, isLeftOut = () => false) {
    const found = new Map();
    for (const { body } of (0,pem/* pemBlocks */.P)(text, Number.POSITIVE_INFINITY).filter(material/* isCertificateLabel */.EI)) {
        const der = Buffer.from(body, "base64");
        const certificate = isLeftOut(der) || !isForServers(der) ? undefined : readable(der);
        if (certificate !== undefined && !isLeftOut(certificate.raw))
            found.set(fingerprintOf(certificate.raw), certificate);
    }
    return [...found.values()];
}
function fingerprintOf(der) {
    return (0,external_node_crypto_.hash)("sha256", der);
}
function readable(der) {
    try {
        return (0,material/* parseCertificate */.hB)(der);
    }
    catch {
        return undefined;
    }
}
function withIssuers(certificates) {
    const authorities = certificates.filter(({ ca }) => ca);
    let taken = authorities.filter((one) => (0,material/* isIssuedBy */.rh)(one, one));
    for (let before = 0; before < taken.length;) {
        before = taken.length;
        taken = authorities.filter((one) => taken.includes(one) || taken.some((issuer) => (0,material/* isIssuedBy */.rh)(one, issuer)));
    }
    return taken;
}
function isIn(list) {
    return (der) => {
        const fingerprint = fingerprintOf(der);
        return list.has(fingerprint) || KNOWN_PUBLIC_ROOTS.has(fingerprint.slice(0, 16));
    };
}
async function distributed() {
    const files = await Promise.all(DISTRIBUTED.map(filesAt));
    const texts = await Promise.all(files.flat().map((value) => readSource({ name: "", value })));
    const bodies = (0,pem/* pemBlocks */.P)(joined(texts.map(({ text }) => text)), Number.POSITIVE_INFINITY);
    return new Set(bodies.map(({ body }) => fingerprintOf(Buffer.from(body, "base64"))));
}
async function filesAt(place) {
    const names = await (0,promises_.readdir)(place).catch((error) => (error.code === "ENOTDIR" ? [""] : []));
    return names.map((name) => external_node_path_.join(place, name));
}
function derOf(pem) {
    return Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
}

;// CONCATENATED MODULE: ./build/trust/bundle/bundle.js









const SYSTEM = "the system's";
const CERTIFI = "certifi's private roots";
const GIT_CONFIG = "http.sslCAInfo";
const REPLACING = {
    REQUESTS_CA_BUNDLE: [["REQUESTS_CA_BUNDLE"], ["CURL_CA_BUNDLE"], [SYSTEM, CERTIFI]],
    SSL_CERT_FILE: [["SSL_CERT_FILE"], ["SSL_CERT_DIR", SYSTEM], [SYSTEM]],
    CURL_CA_BUNDLE: [["CURL_CA_BUNDLE"], ["SSL_CERT_DIR", "SSL_CERT_FILE", SYSTEM], ["SSL_CERT_FILE"], [SYSTEM]],
    GIT_SSL_CAINFO: [["GIT_SSL_CAINFO"], [GIT_CONFIG], [SYSTEM]],
    PERL_LWP_SSL_CA_FILE: [["PERL_LWP_SSL_CA_FILE"], ["HTTPS_CA_FILE"], [SYSTEM]],
};
const ADDING = "NODE_EXTRA_CA_CERTS";
const SYSTEM_BUNDLES = (0,system_places/* systemPlaces */.a)("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem");
const BUNDLE = "ca-bundle.pem";
function bundleIn(folder) {
    return external_node_path_.join(folder, BUNDLE);
}
async function writeBundles(roots, folder, environment, { git, certifi }) {
    const variables = {};
    const afterwards = {};
    const warnings = new Set();
    const written = new Map();
    const write = async (text, name) => {
        const known = written.get(text);
        if (known !== undefined)
            return known;
        const file = external_node_path_.join(folder, name);
        await (0,io_files/* createPublicFile */.gE)(file, Buffer.from(text, "latin1"));
        written.set(text, file);
        return file;
    };
    const system = await readPublicRoots();
    const { text: bundled } = certifi === undefined ? { text: "" } : await readSource({ name: CERTIFI, value: certifi });
    const appended = missingIn(system.text, await privateIn(bundled));
    for (const [variable, fallbacks] of Object.entries(REPLACING)) {
        const { text, file, warnings: said } = await inherited(fallbacks, { environment, git, system, appended });
        for (const warning of said)
            warnings.add(warning);
        const name = written.size === 0 ? BUNDLE : `ca-bundle-${written.size + 1}.pem`;
        variables[variable] = await write(joined([text, missingIn(text, roots)]), name);
        afterwards[variable] = file;
    }
    const own = environment[ADDING] ? await readSource({ name: ADDING, value: environment[ADDING] }) : { text: "" };
    const forNode = external_node_path_.join(folder, "node-extra-ca-certs.pem");
    variables[ADDING] = forNode;
    afterwards[ADDING] = environment[ADDING] || external_node_os_.devNull;
    const javaTrustStore = external_node_path_.join(folder, "java-trust-store.p12");
    return {
        path: variables["REQUESTS_CA_BUNDLE"] ?? "",
        javaTrustStore,
        variables,
        afterwards,
        warnings: [...warnings],
        async writeRest(after) {
            await after;
            await (0,io_files/* createPublicFile */.gE)(forNode, Buffer.from(missingIn(own.text, roots) + own.text, "latin1"));
        },
    };
}
async function inherited(fallbacks, { environment, git, system, appended }) {
    const sourceOf = (name) => {
        if (name === GIT_CONFIG)
            return git.general;
        return environment[name] ? { name, value: environment[name] } : undefined;
    };
    const isSet = (name) => name === SYSTEM || sourceOf(name) !== undefined;
    const line = fallbacks.find(([first]) => isSet(first)) ?? [SYSTEM];
    const sources = line.flatMap((name) => sourceOf(name) ?? []);
    const ofHosts = fallbacks.some(([first]) => first === GIT_CONFIG) && line[0] !== "GIT_SSL_CAINFO";
    const reads = await Promise.all([...sources, ...(ofHosts ? git.particular : [])].map(readSource));
    const isWithSystem = line.includes(SYSTEM) || reads.slice(0, sources.length).every(({ text }) => text === "");
    const texts = [
        ...(isWithSystem ? [system.text] : []),
        ...(line.includes(CERTIFI) ? [appended] : []),
        ...reads.map(({ text }) => text),
    ];
    return {
        text: joined(texts),
        file: (line.includes(SYSTEM) ? undefined : sources[0]?.value) ?? system.file,
        warnings: reads.flatMap(({ obstacle }) => obstacle === undefined ? [] : [`${obstacle}${isWithSystem ? "; the system's roots are used instead" : ""}.`]),
    };
}
function missingIn(text, roots) {
    return roots.flatMap((root) => (holds(text, root) ? [] : [root.pem])).join("");
}
async function readPublicRoots() {
    for (const file of SYSTEM_BUNDLES) {
        const text = await (0,promises_.readFile)(file, "latin1").catch(() => "");
        if (text !== "")
            return { file, text };
    }
    return { file: "", text: `${external_node_tls_.rootCertificates.join("\n")}\n` };
}

;// CONCATENATED MODULE: ./build/trust/bundle/git-roots.js
const LONGEST_MS = 5000;
async function configuredForGit(processes) {
    const config = async (...args) => {
        const { exitCode, stdout } = await processes.run("git", ["config", "--null", ...args], { withinMs: LONGEST_MS });
        return exitCode === 0 ? stdout : "";
    };
    const values = new Map();
    for (const entry of (await config("--get-regexp", "^http\\.(.*\\.)?sslcainfo$")).split("\0")) {
        const [, name, value] = /^(\S+)\n(.+)$/s.exec(entry) ?? [];
        if (name !== undefined && value !== undefined)
            values.set(name, value);
    }
    for (const [name, value] of values) {
        if (/^[~%]/.test(value))
            values.set(name, (await config("--type=path", "--get", name)).split("\0")[0] || value);
    }
    const sources = [...values].map(([name, value]) => ({ name: `git's ${name}`, value }));
    const isGeneral = ({ name }) => name === "git's http.sslcainfo";
    return { general: sources.find(isGeneral), particular: sources.filter((source) => !isGeneral(source)) };
}

;// CONCATENATED MODULE: ./build/trust/store/store.js
const store_LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;
function endedOn({ now, isOver }, job) {
    return (need) => need.job === job ||
        now.getTime() - need.since.getTime() > store_LONGEST_JOB_MS ||
        (need.life !== undefined && isOver(need.life));
}
function shortName(root) {
    return nameFor(root.fingerprints.sha256.replaceAll(":", "").toLowerCase());
}
function nameFor(fingerprint) {
    return `azs-login-${fingerprint.slice(0, 16)}`;
}

;// CONCATENATED MODULE: ./build/trust/bundle/java-trust-store.js




async function writeJavaTrustStore(bundle, roots, after = Promise.resolve()) {
    if (bundle === undefined)
        return;
    const stampRoots = new Set(roots.map(({ der }) => fingerprintOf(der)));
    const entries = certificatesIn(await (0,promises_.readFile)(bundle.path, "latin1")).map(({ raw: der }) => {
        const fingerprint = fingerprintOf(der);
        return { alias: stampRoots.has(fingerprint) ? nameFor(fingerprint) : fingerprint, der };
    });
    const { makeTrustStore } = await __webpack_require__.e(/* import() */ 194).then(__webpack_require__.bind(__webpack_require__, 194));
    const store = makeTrustStore(entries);
    await after;
    await (0,io_files/* createPublicFile */.gE)(bundle.javaTrustStore, store);
}

;// CONCATENATED MODULE: ./build/trust/bundle/roots-folder.js





const rootsFolder = (0,kind/* undoKind */.fp)({
    name: "roots-folder",
    fields: { folder: kind/* isText */.KH },
    lasts: true,
    async undo({ folder }) {
        if (roots_folder_NAME.test(external_node_path_.basename(folder)))
            await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    describe: ({ folder }) => `the folder ${folder}`,
});
const roots_folder_NAME = /^azs-login-roots-[0-9a-f-]{36}$/;
async function openRootsFolder(place, journal) {
    const folder = external_node_path_.join(place, `azs-login-roots-${(0,external_node_crypto_.randomUUID)()}`);
    await journal.record(rootsFolder.entry({ folder }));
    await (0,io_files/* createPublicFolder */.AV)(folder);
    return folder;
}

;// CONCATENATED MODULE: ./build/errors/trust.js

const LEAVE_OUT = (store) => `or leave ${store} out of trust-stores`;
const trustFailures = {
    storeUnavailable: (0,failure/* failure */.V)("AZS330", "Trust store cannot be written", ({ store, reason, remedy }) => ({
        problem: `the trust store ${store} cannot be written: ${reason}.`,
        fix: `${remedy}leave ${store} out of trust-stores: the store bundle serves az, Python, Node, curl and git without it.`,
    })),
    pythonMissing: (0,failure/* failure */.V)("AZS331", "No Python for the store python", (_) => ({
        problem: "trust-stores names python, but there is no python3 or python on PATH and no active virtual environment.",
        fix: `set up Python before this step, such as with actions/setup-python, ${LEAVE_OUT("python")}.`,
    })),
    certifiMissing: (0,failure/* failure */.V)("AZS332", "Python without certifi", ({ python, what }) => ({
        problem: `trust-stores names python, but ${python} ${what}.`,
        fix: `install the packages before this step (requests brings certifi: ${python} -m pip install certifi), ${LEAVE_OUT("python")}.`,
    })),
    javaMissing: (0,failure/* failure */.V)("AZS333", "No JDK for the store java", ({ where }) => ({
        problem: `trust-stores names java, but ${where}.`,
        fix: `set up a JDK and JAVA_HOME before this step, such as with actions/setup-java, ${LEAVE_OUT("java")}.`,
    })),
    keystorePassword: (0,failure/* failure */.V)("AZS334", "Java keystore has another password", ({ file }) => ({
        problem: `the Java keystore ${file} does not open with the password that a JDK sets (changeit).`,
        fix: `set that password again (keytool -storepasswd -keystore ${file}), let Java read a keystore of your own with the root (-Djavax.net.ssl.trustStore), ${LEAVE_OUT("java")}.`,
    })),
    keystoreUnreadable: (0,failure/* failure */.V)("AZS335", "Java keystore cannot be changed", ({ file, keytool, words }) => ({
        problem: `${keytool} cannot change the Java keystore ${file}: ${words}.`,
        fix: `inspect it with ${keytool} -list -keystore ${file}; reinstall the JDK if it is damaged, ${LEAVE_OUT("java")}.`,
    })),
    notElevated: (0,failure/* failure */.V)("AZS336", "Windows certificate store needs an administrator", (_) => ({
        problem: "trust-stores names system, but this runner's process is not elevated: it cannot write to the machine's root store, and the user's root store asks in a window.",
        fix: `run the runner's service as an administrator, ${LEAVE_OUT("system")}.`,
    })),
};

;// CONCATENATED MODULE: ./build/trust/stores/certifi.js




function certifiStore(name, files) {
    return {
        name,
        async unavailable({ shared }) {
            for (const file of files) {
                const obstacle = (await shared.obstacle(file)) ?? (await shared.absence(file));
                if (obstacle !== undefined)
                    return obstacle;
            }
            return undefined;
        },
        async add(roots, job, machine, announce) {
            const isEnded = endedOn(machine);
            for (const file of files) {
                await change(file, (text) => addRoots(removeNeeds(text, isEnded), roots, job, machine.now), machine, () => announce({ store: name, files: [file], job: job.name }));
            }
        },
        async heal(machine) {
            const isEnded = endedOn(machine);
            for (const file of files)
                await change(file, (text) => removeNeeds(text, isEnded), machine);
        },
    };
}
const removeFromCertifi = async ({ files, job }, machine) => {
    const isEnded = endedOn(machine, job);
    await eachOrFirstFailure(files, async (file) => {
        await change(file, (text) => removeNeeds(text, isEnded), machine);
        await machine.shared.release(external_node_path_.dirname(file));
    });
};
async function change(file, made, { shared }, announce) {
    const options = { ...WITH_ENTRIES, ...(announce === undefined ? {} : { announce }) };
    if (!(await shared.wouldChange(file, made, options)))
        return;
    await shared.exclusively(external_node_path_.dirname(file), (files) => files.change(file, made, options));
}
function isOwnBundle(certifi) {
    return external_node_path_.basename(certifi) === "cacert.pem";
}

;// CONCATENATED MODULE: ./build/trust/stores/keytool.js




const PASSWORD = { AZS_LOGIN_STOREPASS: "changeit" };
const WITH_PASSWORD = ["-storepass:env", "AZS_LOGIN_STOREPASS"];
const ENGLISH = ["-J-Duser.language=en", "-J-Duser.country=US"];
function listed(keystore, content, machine) {
    return withCopy(content, machine, (copy) => run(keystore, copy, ["-list", "-rfc"], machine));
}
function edited(keystore, content, { add, remove }, machine) {
    return withCopy(content, machine, async (copy) => {
        for (const alias of remove) {
            const present = await ask(keystore, copy, ["-list", "-alias", alias], machine);
            if (present.exitCode === 0)
                await run(keystore, copy, ["-delete", "-alias", alias], machine);
        }
        for (const [alias, pem] of add) {
            await run(keystore, copy, ["-importcert", "-noprompt", "-alias", alias], machine, pem);
        }
        return (0,promises_.readFile)(copy);
    });
}
let copies = 0;
async function withCopy(content, { folder }, work) {
    copies += 1;
    const copy = external_node_path_.join(folder, `keystore-${process.pid}-${copies}`);
    await (0,io_files/* createPrivateFile */.aP)(copy, content);
    try {
        return await work(copy);
    }
    finally {
        await (0,promises_.rm)(copy, { force: true });
    }
}
async function run(keystore, copy, args, machine, input) {
    const { exitCode, stdout, stderr } = await ask(keystore, copy, args, machine, input);
    if (exitCode === 0)
        return stdout;
    if (/password was incorrect/.test(stdout))
        throw trustFailures.keystorePassword({ file: keystore.file });
    const said = `${stdout}\n${stderr}`.split("\n").find((line) => line.startsWith("keytool error: "));
    const words = said?.replace("keytool error: ", "").replaceAll(copy, keystore.file).trim() ?? `exit code ${exitCode}`;
    throw trustFailures.keystoreUnreadable({ file: keystore.file, keytool: keystore.keytool, words });
}
function ask({ keytool }, copy, [command = "", ...args], { processes }, input = "") {
    const all = [...ENGLISH, command, "-keystore", copy, ...WITH_PASSWORD, ...args];
    return processes.run(keytool, all, { input, environment: PASSWORD });
}

;// CONCATENATED MODULE: ./build/trust/stores/keystore.js





async function addToKeystore(keystore, roots, job, machine, announce) {
    const state = await keystore_read(keystore);
    if (state === undefined)
        throw new Error(`${keystore.file} is gone`);
    if (state.settled && roots.every((root) => holds(state.roots, root))) {
        await announce();
        return writeSidecar(keystore, { ...state, roots: addRoots(state.roots, roots, job, machine.now) });
    }
    const held = await listed(keystore, state.base, machine);
    const missing = roots.filter((root) => holds(state.roots, root) || !holds(held, root));
    const wanted = addRoots(state.roots, missing, job, machine.now);
    if (wanted === state.roots)
        return;
    const add = without(keystore_named(certificateBlocks(wanted)), keystore_named(certificateBlocks(held)));
    const content = await edited(keystore, state.base, { add, remove: [] }, machine);
    await announce();
    await writeSidecar(keystore, { ...withMade(state, content), roots: wanted });
    await writeKeystore(keystore, state, content);
}
async function removeFromKeystore(keystore, isEnded, machine) {
    const state = await keystore_read(keystore);
    if (state === undefined || state.roots === "")
        return dropRemains(keystore);
    const left = removeNeeds(state.roots, isEnded);
    const [before, after] = [state.roots, left].map((text) => keystore_named(certificateBlocks(text)));
    if (after.size === before.size)
        return writeSidecar(keystore, { ...state, roots: left });
    const content = await contentWith(keystore, state, before, after, machine);
    await writeSidecar(keystore, { ...state, made: withMade({ ...state, made: [] }, content).made.concat(state.made) });
    await writeKeystore(keystore, state, content);
    return after.size === 0
        ? dropSidecar(keystore)
        : writeSidecar(keystore, { ...withMade(state, content), roots: left });
}
function hasEnded(keystore, isEnded, { shared }) {
    return shared.wouldChange(sidecarOf(keystore), (text) => {
        try {
            const { roots } = JSON.parse(text);
            return removeNeeds(roots, isEnded) === roots ? text : "";
        }
        catch {
            return text;
        }
    });
}
async function contentWith(keystore, { original, base }, before, after, on) {
    const none = new Map();
    const edit = original === null ? { add: none, remove: [...without(before, after).keys()] } : { add: after, remove: [] };
    return edit.add.size + edit.remove.length === 0 ? base : edited(keystore, base, edit, on);
}
async function keystore_read(keystore) {
    const content = await (0,promises_.readFile)(keystore.file).catch(noFile);
    if (content === undefined)
        return undefined;
    const text = await (0,promises_.readFile)(sidecarOf(keystore), "utf8").catch(noFile);
    if (text === undefined) {
        return { original: content.toString("base64"), made: [], roots: "", content, base: content, settled: false };
    }
    const sidecar = JSON.parse(text);
    const original = sidecar.original === null ? undefined : Buffer.from(sidecar.original, "base64");
    const ours = original !== undefined && (original.equals(content) || sidecar.made.includes(sha256(content)));
    const settled = ours && sidecar.made.at(-1) === sha256(content);
    if (ours)
        return { ...sidecar, content, base: original, settled };
    return { ...sidecar, original: null, made: [], content, base: content, settled };
}
function noFile(error) {
    if (error.code !== "ENOENT")
        throw error;
}
function withMade({ original, made, roots }, content) {
    const last = sha256(content);
    return { original, roots, made: original === null ? [] : [...made.filter((one) => one !== last), last] };
}
function writeSidecar(keystore, { original, made, roots }) {
    return keystore.files.change(sidecarOf(keystore), () => `${JSON.stringify({ original, made, roots })}\n`);
}
function dropSidecar(keystore) {
    return keystore.files.change(sidecarOf(keystore), () => "");
}
async function dropRemains(keystore) {
    await keystore.files.change(keystore.file, (text) => text);
    await dropSidecar(keystore);
}
function writeKeystore({ file, files }, state, next) {
    const { content, base, original } = state;
    const change = (now) => {
        if (now !== content.toString("latin1"))
            throw new Error(`${file} was changed by another program in the same moment`);
        return next.toString("latin1");
    };
    if (original === null)
        return files.change(file, change);
    return files.change(file, change, { ours: (text) => text !== base.toString("latin1") });
}
function sidecarOf({ file }) {
    return external_node_path_.join(external_node_path_.dirname(file), `${external_node_path_.basename(file)}.azs-login-roots`);
}
function keystore_named(blocks) {
    return new Map(blocks.map((pem) => {
        const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
        return [`azs-login-${sha256(der).slice(0, 16)}`, `${pem}\n`];
    }));
}
function without(blocks, others) {
    return new Map([...blocks].filter(([alias]) => !others.has(alias)));
}
function sha256(content) {
    return (0,external_node_crypto_.hash)("sha256", content);
}

;// CONCATENATED MODULE: ./build/trust/stores/java.js








async function javaStore(machine) {
    const keystore = await findKeystore(machine);
    const { file } = keystore;
    const settle = async (isEnded, on) => {
        if (!(await hasEnded(keystore, isEnded, on)))
            return;
        await java_locked(keystore, on, (store) => removeFromKeystore(store, isEnded, on));
    };
    return {
        name: "java",
        unavailable: ({ shared }) => shared.obstacle(file),
        async add(roots, job, on, announce) {
            await settle(endedOn(on), on);
            const stored = { store: "java", files: [file], job: job.name, program: keystore.keytool };
            await java_locked(keystore, on, (store) => addToKeystore(store, roots, job, on, () => announce(stored)));
        },
        heal: (on) => settle(endedOn(on), on),
    };
}
function java_locked(keystore, { shared }, work) {
    return shared.exclusively(external_node_path_.dirname(keystore.file), (files) => work({ ...keystore, files }));
}
const removeFromJava = async ({ files, job, program = "keytool" }, machine) => {
    const isEnded = endedOn(machine, job);
    await eachOrFirstFailure(files, async (file) => {
        const keystore = { file, keytool: program };
        if (await hasEnded(keystore, isEnded, machine)) {
            await java_locked(keystore, machine, (store) => removeFromKeystore(store, isEnded, machine));
        }
        await machine.shared.release(external_node_path_.dirname(file));
    });
};
const KEYSTORES = ["jssecacerts", "cacerts"];
async function findKeystore({ processes, environment }) {
    const named = environment["JAVA_HOME"];
    const suffix = process.platform === "win32" ? ".exe" : "";
    const java = named ? external_node_path_.join(named, "bin", `java${suffix}`) : await (0,io/* which */.K7)("java");
    if (java === "")
        throw trustFailures.javaMissing({ where: "JAVA_HOME is not set and there is no java on PATH" });
    const { exitCode, stderr } = await processes.run(java, ["-XshowSettings:properties", "-version"]);
    const home = /^[ \t]*java\.home = (.+)$/m.exec(stderr)?.[1]?.trim();
    if (home === undefined) {
        const why = named ? `JAVA_HOME is ${named} and ` : "";
        throw trustFailures.javaMissing({ where: `${why}${java} does not start (exit code ${exitCode})` });
    }
    const files = KEYSTORES.map((name) => external_node_path_.join(home, "lib", "security", name));
    const keytool = external_node_path_.join(home, "bin", `keytool${suffix}`);
    const found = files.find((file) => (0,external_node_fs_.existsSync)(file));
    if (found === undefined)
        throw trustFailures.javaMissing({ where: `${home} has no lib/security/cacerts` });
    if (!(0,external_node_fs_.existsSync)(keytool))
        throw trustFailures.javaMissing({ where: `${home} has no bin/keytool` });
    return { file: await (0,promises_.realpath)(found), keytool };
}

;// CONCATENATED MODULE: ./build/trust/stores/python.js



async function pythonBundles({ processes, environment }) {
    const pythons = [...virtualPython(environment), ...(await firstOnPath(environment))];
    const bundles = new Set();
    for (const [index, python] of pythons.entries()) {
        const asked = await processes.run(python, ["-E", "-B", external_node_path_.join(import.meta.dirname, "where.py")]);
        const bundle = asked.exitCode === 0 ? python_readAnswer(asked.stdout) : undefined;
        if (bundle !== undefined)
            bundles.add(bundle);
        else if (index === 0)
            throw withoutCertifi(python, asked.exitCode);
    }
    if (pythons.length === 0)
        throw trustFailures.pythonMissing({});
    return [...bundles];
}
function withoutCertifi(python, exitCode) {
    const what = exitCode === 0 ? "has no certifi" : `cannot be asked for its certifi (exit code ${exitCode})`;
    return trustFailures.certifiMissing({ python, what });
}
function python_readAnswer(text) {
    try {
        const answer = JSON.parse(text.trim().split("\n").at(-1) ?? "");
        return typeof answer === "string" ? answer : undefined;
    }
    catch {
        return undefined;
    }
}
function virtualPython({ VIRTUAL_ENV }) {
    if (!VIRTUAL_ENV)
        return [];
    const program = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
    return [external_node_path_.join(VIRTUAL_ENV, ...program)];
}
async function firstOnPath(environment) {
    const names = process.platform === "win32" ? ["python"] : ["python3", "python"];
    const found = (await Promise.all(names.map((name) => (0,io/* which */.K7)(name)))).filter((file) => file !== "");
    const folders = (environment["PATH"] ?? "").split(external_node_path_.delimiter);
    const rank = (file) => folders.indexOf(external_node_path_.dirname(file));
    return found.sort((one, other) => rank(one) - rank(other)).slice(0, 1);
}

;// CONCATENATED MODULE: ./build/trust/system/hash-links.js



async function hash_links_link(anchor, pem, folder, files, { processes }) {
    const name = `${external_node_path_.basename(anchor, ".crt")}.pem`;
    await files.run(folder, "ln", ["-sfn", "--", anchor, external_node_path_.join(folder, name)]);
    const links = await hashLinksIn(folder);
    if ((await leadingTo(name, links, folder)).length > 0)
        return;
    const hashed = await (0,io_processes/* systemPrograms */.F)(processes).run("openssl", ["x509", "-noout", "-hash"], { input: `${pem}\n` });
    const hash = hashed.stdout.trim();
    if (!/^[0-9a-f]{8}$/.test(hash))
        throw new Error(`openssl tells no hash of ${anchor}: ${hashed.stderr.trim()}`);
    const taken = new Set(links.filter((one) => one.hash === hash).map(({ number }) => number));
    let number = 0;
    while (taken.has(number))
        number += 1;
    await files.run(folder, "ln", ["-s", "--", name, external_node_path_.join(folder, `${hash}.${number}`)]);
}
async function unlink(name, folder, files) {
    for (const { hash, number } of await leadingTo(name, await hashLinksIn(folder), folder)) {
        const gap = external_node_path_.join(folder, `${hash}.${number}`);
        const last = Math.max(...(await hashLinksIn(folder)).filter((one) => one.hash === hash).map((one) => one.number));
        if (last === number)
            await files.run(folder, "rm", ["-f", "--", gap]);
        else
            await files.run(folder, "mv", ["-fT", "--", external_node_path_.join(folder, `${hash}.${last}`), gap]);
    }
    await files.run(folder, "rm", ["-f", "--", external_node_path_.join(folder, name)]);
}
async function hashLinksIn(folder) {
    return (await (0,promises_.readdir)(folder)).flatMap((name) => {
        const [, hash, number] = /^([0-9a-f]{8})\.(\d+)$/.exec(name) ?? [];
        return hash === undefined ? [] : [{ name, hash, number: Number(number) }];
    });
}
async function leadingTo(name, links, folder) {
    const targets = await Promise.all(links.map((one) => (0,promises_.readlink)(external_node_path_.join(folder, one.name)).catch(() => "")));
    return links.filter((_, index) => targets[index] === name).toSorted((one, other) => other.number - one.number);
}

;// CONCATENATED MODULE: ./build/trust/system/debian.js







const UPDATER = "update-ca-certificates";
const UPDATER_FILE = `/usr/sbin/${UPDATER}`;
const debianStore = debianStoreIn({
    anchors: "/usr/local/share/ca-certificates",
    certificates: "/etc/ssl/certs",
});
function debianStoreIn(places) {
    const { anchors } = places;
    const settleWith = async (isEnded, { shared }) => {
        if (await isSettled(places, isEnded, shared))
            return;
        await shared.exclusively(anchors, (files) => settle(places, isEnded, files, shared));
    };
    return {
        name: "system",
        unavailable: async ({ shared }) => (await shared.obstacle(external_node_path_.join(anchors, "azs-login.crt"))) ??
            (await shared.obstacle(bundleOf(places))) ??
            shared.absence(bundleOf(places)),
        async add(roots, job, machine, announce) {
            const { shared, now } = machine;
            await shared.exclusively(anchors, async (files) => {
                await settle(places, endedOn(machine), files, shared);
                const bundle = await shared.read(bundleOf(places));
                if (bundle === "")
                    throw new Error(`${bundleOf(places)} is missing`);
                for (const root of roots) {
                    const anchor = anchorOf(root, places);
                    if (holds(bundle, root) && (await shared.read(anchor)) === "")
                        continue;
                    await files.change(anchor, (text) => addRoots(text, [root], job, now), {
                        announce: () => announce({ store: "system", files: [anchor], job: job.name }),
                    });
                    await publish(anchor, places, files, machine);
                }
            });
        },
        heal: (machine) => settleWith(endedOn(machine), machine),
        async remove({ job }, machine) {
            await settleWith(endedOn(machine, job), machine);
            await machine.shared.release(anchors);
        },
    };
}
async function publish(anchor, places, files, machine) {
    const text = await machine.shared.read(anchor);
    const [pem = ""] = certificateBlocks(text);
    await files.change(bundleOf(places), (bundle) => (certificateBlocks(bundle).includes(pem) ? bundle : bundle + text), WITH_ENTRIES);
    await hash_links_link(anchor, pem, places.certificates, files, machine);
}
async function unneededIn(places, isEnded, shared) {
    const anchors = await ownNames(places.anchors, ".crt");
    const needed = new Set();
    for (const name of anchors) {
        const text = await shared.read(external_node_path_.join(places.anchors, `${name}.crt`));
        if (isNeeded(endNeeds(text, isEnded)))
            needed.add(name);
    }
    const links = await ownNames(places.certificates, ".pem");
    const isUnneeded = (name) => !needed.has(name);
    return { needed, anchors: anchors.filter(isUnneeded), links: links.filter(isUnneeded) };
}
const withoutUnneeded = (needed) => (bundle) => keepEntries(bundle, (fingerprint) => needed.has(nameFor(fingerprint)));
async function isSettled(places, isEnded, shared) {
    const { needed, anchors, links } = await unneededIn(places, isEnded, shared);
    if (anchors.length > 0 || links.length > 0)
        return false;
    if (await shared.wouldChange(bundleOf(places), withoutUnneeded(needed), WITH_ENTRIES))
        return false;
    const changes = (await anchorsWithRemains(places)).map((anchor) => shared.wouldChange(anchor, (text) => endNeeds(text, isEnded)));
    return !(await Promise.all(changes)).includes(true);
}
async function settle(places, isEnded, files, shared) {
    for (const anchor of await anchorsWithRemains(places))
        await files.change(anchor, (text) => endNeeds(text, isEnded));
    const { needed, anchors, links } = await unneededIn(places, isEnded, shared);
    await files.change(bundleOf(places), withoutUnneeded(needed), WITH_ENTRIES);
    for (const name of links)
        await unlink(`${name}.pem`, places.certificates, files);
    for (const name of anchors)
        await files.change(external_node_path_.join(places.anchors, `${name}.crt`), () => "");
}
async function anchorsWithRemains({ anchors }) {
    const names = await (0,promises_.readdir)(anchors).catch(() => []);
    const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.crt/.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(anchors, name));
}
async function ownNames(folder, extension) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names
        .filter((name) => /^azs-login-[0-9a-f]{16}$/.test(external_node_path_.basename(name, extension)) && name.endsWith(extension))
        .map((name) => external_node_path_.basename(name, extension));
}
async function updater() {
    return (await (0,io/* which */.K7)(UPDATER)) || ((0,external_node_fs_.existsSync)(UPDATER_FILE) ? UPDATER_FILE : "");
}
function bundleOf({ certificates }) {
    return external_node_path_.join(certificates, "ca-certificates.crt");
}
function anchorOf(root, { anchors }) {
    return external_node_path_.join(anchors, `${shortName(root)}.crt`);
}

;// CONCATENATED MODULE: ./build/trust/system/certificate-database.js







function databaseStore(database) {
    const settleWith = async (isEnded, machine) => {
        const folder = database.needsFolder(machine);
        const left = await Promise.all((await needsFilesIn(folder)).map((needsFile) => machine.shared.wouldChange(needsFile, (text) => removeNeeds(text, isEnded))));
        if (!left.includes(true))
            return;
        await machine.shared.exclusively(folder, (files) => certificate_database_settle(database, isEnded, files, machine));
    };
    return {
        name: "system",
        ...(database.onlyByName === undefined ? {} : { onlyByName: database.onlyByName }),
        unavailable: database.unavailable,
        async add(roots, job, machine, announce) {
            const folder = database.needsFolder(machine);
            await machine.shared.exclusively(folder, async (files) => {
                await certificate_database_settle(database, endedOn(machine), files, machine);
                for (const root of roots) {
                    const needsFile = external_node_path_.join(folder, needsFileName(root));
                    const isListed = (await machine.shared.read(needsFile)) !== "";
                    if (!isListed && (await database.holds(sha1Of(root.pem), machine)))
                        continue;
                    await files.change(needsFile, (text) => addRoots(text, [root], job, machine.now), {
                        announce: () => announce({ store: "system", files: [needsFileName(root)], job: job.name }),
                    });
                    await database.add(await certificateFile(root.pem, machine), files, machine);
                }
            });
        },
        heal: (machine) => settleWith(endedOn(machine), machine),
        async remove({ job }, machine) {
            await settleWith(endedOn(machine, job), machine);
            await machine.shared.release(database.needsFolder(machine));
        },
    };
}
async function certificate_database_settle(database, isEnded, files, machine) {
    const { shared } = machine;
    await eachOrFirstFailure(await needsFilesIn(database.needsFolder(machine)), async (needsFile) => {
        const text = await shared.read(needsFile);
        const left = removeNeeds(text, isEnded);
        const [pem] = left === "" ? certificateBlocks(text) : [];
        try {
            if (pem !== undefined && (await database.holds(sha1Of(pem), machine))) {
                await database.remove(await certificateFile(pem, machine), sha1Of(pem), files, machine);
            }
        }
        catch (error) {
            if (pem === undefined || (await database.holds(sha1Of(pem), machine)))
                throw error;
            await files.change(needsFile, () => left);
            throw error;
        }
        await files.change(needsFile, () => left);
    });
}
async function needsFilesIn(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.pem/.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(folder, name));
}
async function certificateFile(pem, { folder }) {
    const file = external_node_path_.join(folder, `root-${(0,external_node_crypto_.randomUUID)()}.pem`);
    await (0,io_files/* createPrivateFile */.aP)(file, `${pem.trimEnd()}\n`);
    return file;
}
function sha1Of(pem) {
    return (0,external_node_crypto_.hash)("sha1", Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64")).toUpperCase();
}
function needsFileName(root) {
    return `${shortName(root)}.pem`;
}

;// CONCATENATED MODULE: ./build/trust/system/macos.js



const NEEDS_FOLDER = "/Library/Application Support";
const KEYCHAIN = "/Library/Keychains/System.keychain";
const OWN_ROOTS = "/System/Library/Keychains/SystemRootCertificates.keychain";
const SECURITY = "/usr/bin/security";
const AT_MOST = ["-e", "alarm shift; exec @ARGV or die", "20"];
const PERL = "/usr/bin/perl";
const keychain = {
    onlyByName: "macOS may not let the post step remove a trust setting; name system in trust-stores to use it",
    needsFolder: () => NEEDS_FOLDER,
    unavailable: async ({ shared }) => shared.obstacle(external_node_path_.join(NEEDS_FOLDER, "azs-login.pem")),
    async holds(sha1, { processes }) {
        const found = await (0,io_processes/* systemPrograms */.F)(processes).run(SECURITY, ["find-certificate", "-a", "-Z", KEYCHAIN, OWN_ROOTS]);
        if (found.exitCode !== 0)
            throw new Error(`the keychains cannot be read: ${found.stderr.trim()}`);
        return found.stdout.split("\n").some((line) => line.trim() === `SHA-1 hash: ${sha1}`);
    },
    add: (file, files) => files.run(NEEDS_FOLDER, PERL, [
        ...AT_MOST,
        ...[SECURITY, "add-trusted-cert", "-d", "-r", "trustRoot", "-k", KEYCHAIN, file],
    ]),
    async remove(file, sha1, files) {
        try {
            await files.run(NEEDS_FOLDER, PERL, [...AT_MOST, SECURITY, "remove-trusted-cert", "-d", file]);
        }
        finally {
            await files.run(NEEDS_FOLDER, SECURITY, ["delete-certificate", "-Z", sha1, KEYCHAIN]);
        }
    },
};
const macosStore = databaseStore(keychain);

;// CONCATENATED MODULE: ./build/trust/system/redhat.js





const redhat_UPDATER = "update-ca-trust";
const ANCHORS = "/etc/pki/ca-trust/source/anchors";
const redHatStore = redHatStoreBelow("/");
function redHatStoreBelow(root) {
    const places = {
        trust: external_node_path_.join(root, "etc/pki/ca-trust"),
        anchors: external_node_path_.join(root, ANCHORS),
        extracted: external_node_path_.join(root, "etc/pki/ca-trust/extracted"),
        sources: ["etc/pki/ca-trust/source", "usr/share/pki/ca-trust-source"].map((folder) => external_node_path_.join(root, folder)),
    };
    const { trust, anchors } = places;
    const settleWith = async (isEnded, { shared }) => {
        if (await redhat_isSettled(places, isEnded, shared))
            return;
        await shared.exclusively(trust, (files) => redhat_settle(places, isEnded, files, shared));
    };
    return {
        name: "system",
        unavailable: async ({ shared }) => (await shared.obstacle(external_node_path_.join(anchors, "azs-login.crt"))) ?? shared.obstacle(redhat_bundleOf(places)),
        async add(roots, job, machine, announce) {
            const { shared, now } = machine;
            await shared.exclusively(trust, async (files) => {
                await redhat_settle(places, endedOn(machine), files, shared);
                const before = await (0,promises_.readFile)(redhat_bundleOf(places), "utf8");
                const ours = await anchorsOf(anchors);
                const wanted = roots.filter((one) => !holds(before, one) || ours.includes(redhat_anchorOf(one, anchors)));
                if (wanted.length === 0)
                    return;
                const stored = wanted.map((one) => redhat_anchorOf(one, anchors));
                await announce({ store: "system", files: stored, job: job.name });
                if (ours.length === 0)
                    await keep(places, files);
                for (const one of wanted) {
                    await files.change(redhat_anchorOf(one, anchors), (text) => addRoots(text, [one], job, now));
                }
                if (wanted.some((one) => !holds(before, one)))
                    await files.run(trust, redhat_UPDATER, ["extract"]);
            });
        },
        heal: (machine) => settleWith(endedOn(machine), machine),
        async remove({ job }, machine) {
            await settleWith(endedOn(machine, job), machine);
            await machine.shared.release(trust);
        },
    };
}
function redhat_bundleOf({ extracted }) {
    return external_node_path_.join(extracted, "pem/tls-ca-bundle.pem");
}
const KEPT = "azs-login-extracted-";
const REMOVED = ".removed";
async function redhat_look(places, isEnded, shared) {
    const anchors = await anchorsOf(places.anchors);
    const texts = await Promise.all(anchors.map((anchor) => shared.read(anchor)));
    const isUseful = (_, index) => isNeeded(endNeeds(texts[index] ?? "", isEnded));
    const names = await (0,promises_.readdir)(places.trust).catch(() => []);
    const needed = anchors.filter(isUseful);
    return {
        needed,
        unneeded: anchors.filter((anchor) => !needed.includes(anchor)),
        removed: names.filter((name) => OURS.test(name) && name.endsWith(REMOVED)),
        kept: names.filter((name) => name.startsWith(KEPT)),
    };
}
async function redhat_isSettled(places, isEnded, shared) {
    const { needed, unneeded, removed, kept } = await redhat_look(places, isEnded, shared);
    if (unneeded.length + removed.length > 0 || (kept.length > 0 && needed.length === 0))
        return false;
    const changes = (await redhat_anchorsWithRemains(places)).map((anchor) => shared.wouldChange(anchor, (text) => endNeeds(text, isEnded)));
    return !(await Promise.all(changes)).includes(true);
}
async function redhat_settle(places, isEnded, files, shared) {
    const { trust } = places;
    for (const anchor of await redhat_anchorsWithRemains(places))
        await files.change(anchor, (text) => endNeeds(text, isEnded));
    const { unneeded, needed } = await redhat_look(places, isEnded, shared);
    for (const anchor of unneeded) {
        await files.run(trust, "mv", ["-f", "--", anchor, external_node_path_.join(trust, `${external_node_path_.basename(anchor)}${REMOVED}`)]);
    }
    const { removed, kept } = await redhat_look(places, isEnded, shared);
    if (needed.length > 0) {
        if (removed.length > 0)
            await files.run(trust, redhat_UPDATER, ["extract"]);
    }
    else
        await putBack(kept, places, files);
    const done = needed.length > 0 ? removed : [...removed, ...kept];
    if (done.length > 0)
        await files.run(trust, "rm", ["-rf", "--", ...done.map((name) => external_node_path_.join(trust, name))]);
}
async function keep(places, files) {
    const kept = external_node_path_.join(places.trust, `${KEPT}${await digestOf(places)}`);
    await files.run(places.trust, "sh", [
        "-c",
        'cp -a -- "$1" "$2.new" && mv -T "$2.new" "$2"',
        "sh",
        places.extracted,
        kept,
    ]);
}
async function putBack(names, places, files) {
    const { trust, extracted } = places;
    const kept = `${KEPT}${await digestOf(places)}`;
    if (names.includes(kept))
        await files.run(trust, "sh", ["-c", PUT_BACK, "sh", external_node_path_.join(trust, kept), extracted]);
    else if (names.some((name) => !name.endsWith(".new")))
        await files.run(trust, redhat_UPDATER, ["extract"]);
}
const PUT_BACK = `kept=$1 extracted=$2
(cd "$kept" && find . ! -type d) | while IFS= read -r file; do
  cp -a -- "$kept/$file" "$extracted/$file.azs-login" && mv -fT -- "$extracted/$file.azs-login" "$extracted/$file" || exit 1
done || exit 1
(cd "$extracted" && find . ! -type d) | while IFS= read -r file; do
  [ -e "$kept/$file" ] || [ -L "$kept/$file" ] || rm -f -- "$extracted/$file" || exit 1
done`;
async function digestOf({ sources }) {
    const found = [];
    for (const folder of sources) {
        const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
            const file = external_node_path_.join(entry.parentPath, entry.name);
            if (entry.isDirectory() || OURS.test(entry.name))
                continue;
            found.push(`${file} ${(0,external_node_crypto_.hash)("sha256", await (0,promises_.readFile)(file).catch(() => ""))}`);
        }
    }
    return (0,external_node_crypto_.hash)("sha256", found.sort().join("\n")).slice(0, 16);
}
const OURS = /^azs-login-[0-9a-f]{16}\.crt/;
async function anchorsOf(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.filter((name) => OURS.test(name) && name.endsWith(".crt")).map((name) => external_node_path_.join(folder, name));
}
async function redhat_anchorsWithRemains({ anchors }) {
    const names = await (0,promises_.readdir)(anchors).catch(() => []);
    const found = names.flatMap((name) => OURS.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(anchors, name));
}
function redhat_anchorOf(root, anchors) {
    return external_node_path_.join(anchors, `${shortName(root)}.crt`);
}

;// CONCATENATED MODULE: ./build/trust/system/windows.js




const HIGH = /\bS-1-16-(?:12288|16384)\b/;
const ADMINISTRATORS = /\bS-1-5-32-544\b/;
const windowsStore = databaseStore({
    needsFolder: ({ environment }) => environment["ProgramFiles"] || "C:\\Program Files",
    async unavailable(machine) {
        const { stdout } = await machine.processes.run((0,windows_programs/* windowsProgram */.E)("whoami.exe", machine.environment), ["/groups"]);
        if (!HIGH.test(stdout) || !ADMINISTRATORS.test(stdout))
            throw trustFailures.notElevated({});
        return undefined;
    },
    async holds(sha1, machine) {
        const { exitCode } = await machine.processes.run(certutil(machine), ["-store", "Root", sha1]);
        return exitCode === 0;
    },
    add: (file, files, machine) => files.run(external_node_path_.dirname(file), certutil(machine), ["-addstore", "-f", "Root", file]),
    remove: (file, sha1, files, machine) => files.run(external_node_path_.dirname(file), certutil(machine), ["-delstore", "Root", sha1]),
});
function certutil({ environment }) {
    return (0,windows_programs/* windowsProgram */.E)("certutil.exe", environment);
}

;// CONCATENATED MODULE: ./build/trust/system/system.js






async function systemStore(platform = process.platform) {
    if (platform === "darwin")
        return macosStore;
    if (platform === "win32")
        return windowsStore;
    if ((0,external_node_fs_.existsSync)("/etc/debian_version") && (await updater()) !== "")
        return debianStore;
    if ((0,external_node_fs_.existsSync)(ANCHORS) &&
        ((0,external_node_fs_.existsSync)(`/usr/bin/${redhat_UPDATER}`) || (await (0,io/* which */.K7)(redhat_UPDATER)) !== ""))
        return redHatStore;
    throw new Error(`there is no ${UPDATER} (Debian, Ubuntu) or ${redhat_UPDATER} (RHEL, Fedora) on this machine`);
}
const removeFromSystem = async (stored, machine) => (await systemStore()).remove(stored, machine);

;// CONCATENATED MODULE: ./build/trust/machine-stores.js











function trustInMemory(roots) {
    if (roots.length > 0)
        (0,external_node_tls_.setDefaultCACertificates)([...(0,external_node_tls_.getCACertificates)("default"), ...roots.map(({ pem }) => pem)]);
}
function exportsBundle(wanted) {
    return wanted === "auto" || wanted.includes("bundle");
}
const storedRoots = (0,kind/* undoKind */.fp)({
    name: "roots",
    fields: { stored: (value) => (0,kind/* isObject */.Gv)(value) && isStored(Object(value)) },
    lasts: true,
    undo: ({ stored }, machine) => REMOVERS[stored.store](stored, machine),
    describe: ({ stored }) => `roots in the trust store ${stored.store}: ${stored.files.join(", ")}`,
});
function isStored({ store, files, job }) {
    return (0,kind/* isText */.KH)(store) && (0,kind/* isText */.KH)(job) && Array.isArray(files) && files.every(kind/* isText */.KH);
}
async function storeRoots({ roots, trustStores }, certifi, journal, machine) {
    await healStores(certifi, machine);
    if (roots.length === 0)
        return ["no root to add"];
    const lines = exportsBundle(trustStores) ? ["bundle holds the root"] : [];
    const job = { name: external_node_path_.basename(journal.folder), life: journal.life };
    const announce = (stored) => journal.record(storedRoots.entry({ stored }));
    const done = new Set();
    const add = async (store) => {
        done.add(store);
        if (trustStores === "auto" && store.onlyByName !== undefined)
            throw new Error(store.onlyByName);
        const obstacle = await store.unavailable(machine);
        if (obstacle !== undefined)
            throw new Hindered(obstacle);
        await store.add(roots, job, machine, announce);
        lines.push(`${store.name} holds the root`);
    };
    for (const asked of trustStores === "auto" ? AUTO : trustStores.filter((name) => name !== "bundle")) {
        let name = asked;
        try {
            for (const store of await OPENERS[asked](machine, certifi)) {
                name = store.name;
                if (!done.has(store))
                    await add(store);
            }
        }
        catch (error) {
            const reason = reasonOf(error);
            if (trustStores !== "auto")
                throw unavailable(asked, name, reason, error);
            lines.push(`${name} left as it is: ${reason}`);
        }
    }
    return lines;
}
async function healStores(certifi, machine) {
    for (const name of AUTO) {
        const stores = await OPENERS[name](machine, certifi).catch(() => []);
        for (const store of stores)
            await store.heal(hasty(machine)).catch(() => undefined);
    }
}
function hasty(machine) {
    const { shared } = machine;
    const waitMs = STALE_MS + 2000;
    return { ...machine, shared: { ...shared, exclusively: (folder, work) => shared.exclusively(folder, work, waitMs) } };
}
function reasonOf(error) {
    if (error instanceof failure/* Failure */.H)
        return error.problem;
    return error instanceof Error ? error.message : String(error);
}
function unavailable(asked, store, reason, error) {
    if (error instanceof failure/* Failure */.H)
        return error;
    const whose = asked === store ? "" : `it takes its roots from the store ${store}, and there `;
    const remedy = error instanceof Hindered ? error.obstacle.remedy : undefined;
    const names = { store: asked, reason: `${whose}${reason}`, remedy: remedy === undefined ? "" : `${remedy}, or ` };
    return trustFailures.storeUnavailable(names, error);
}
const REMOVERS = {
    az: removeFromCertifi,
    python: removeFromCertifi,
    java: removeFromJava,
    system: removeFromSystem,
};
const AUTO = ["az", "system"];
const OPENERS = {
    async az(_, certifi) {
        if (certifi === undefined)
            throw new Error("the Python of this az is not known");
        return storesOf("az", [certifi]);
    },
    python: async (machine) => storesOf("python", await pythonBundles(machine)),
    java: async (machine) => [await javaStore(machine)],
    system: async () => [await systemStore()],
};
async function storesOf(name, bundles) {
    const own = bundles.filter(isOwnBundle);
    return [
        ...(own.length > 0 ? [certifiStore(name, own)] : []),
        ...(own.length < bundles.length ? [await systemStore()] : []),
    ];
}

;// CONCATENATED MODULE: ./build/trust/job-trust.js







async function openTrust(options, { publicFolder, info }, journal, machine) {
    const { environment, processes } = machine;
    const { roots } = options;
    const own = (await privateRoots(environment)).filter(({ der }) => !roots.some((root) => root.der.equals(der)));
    if (own.length > 0)
        info(`private roots of the runner, which all programs of the job get: ${job_trust_named(own)}`);
    const trusted = [...roots, ...own];
    trustInMemory(trusted);
    const store = (certifi) => storeRoots(options, certifi, journal, machine);
    if (trusted.length === 0)
        return { bundle: undefined, write: async () => [], store, finish: async () => undefined };
    const folder = await openRootsFolder(publicFolder, journal);
    const git = configuredForGit(processes);
    let written;
    return {
        bundle: bundleIn(folder),
        async write(certifi) {
            written ??= git.then((found) => writeBundles(trusted, folder, environment, { git: found, certifi }));
            return (await written).warnings;
        },
        store,
        finish: async (after) => (exportsBundle(options.trustStores) ? finished(await written, roots, after) : undefined),
    };
}
async function finished(bundle, roots, after) {
    await allOrFirstFailure([writeJavaTrustStore(bundle, roots, after), bundle?.writeRest(after) ?? after]);
    return bundle;
}
const MOST_NAMED = 3;
function job_trust_named(roots) {
    const more = roots.length - MOST_NAMED;
    const names = roots.slice(0, MOST_NAMED).map(({ subject }) => subject);
    return names.join("; ") + (more > 0 ? `; and ${more} more` : "");
}

// EXTERNAL MODULE: ./build/certificates/pinned.js
var pinned = __webpack_require__(1243);
// EXTERNAL MODULE: ./build/certificates/roots.js
var roots = __webpack_require__(6708);
;// CONCATENATED MODULE: ./build/trust/presented-root.js



async function readPresentedRoot({ endpoint }, fingerprint, network, now) {
    const { host } = new URL(endpoint.url);
    const channel = openChannel(network, { allows: (other) => other === host, named: host, partyOf: () => "arm" });
    const from = `the certificate chain of ${host}`;
    const chain = (await channel.presentedChain(endpoint.url)).flatMap((der) => (0,roots/* readRoots */.Mi)(der, from));
    const root = (0,pinned/* pinnedRootOfChain */.N)(chain, fingerprint, from);
    return { root, warnings: (0,roots/* judgeRoot */.Mz)(root, from, now).warnings };
}

;// CONCATENATED MODULE: ./build/journal/journal.js

async function createJournal(file) {
    const handle = await (0,promises_.open)(file, "wx", 0o600);
    return { record: inTurn(appender(handle)), close: () => handle.close() };
}
function inTurn(work) {
    let last = Promise.resolve();
    return (item) => {
        const turn = last.then(() => work(item));
        last = turn.catch(() => undefined);
        return turn;
    };
}
function appender(file) {
    let end = 0;
    return async (entry) => {
        const line = Buffer.from(lineOf(entry));
        try {
            for (let written = 0; written < line.length;) {
                const { bytesWritten } = await file.write(line, written, line.length - written, end + written);
                written += bytesWritten;
            }
            await file.datasync();
            end += line.length;
        }
        catch (error) {
            await file.truncate(end).catch(() => undefined);
            throw error;
        }
    };
}
function lineOf(entry) {
    return `${JSON.stringify(entry)}\n`;
}
async function readJournal(file, kinds) {
    const text = await (0,promises_.readFile)(file, "utf8").catch((error) => {
        if (error.code === "ENOENT")
            return "";
        throw error;
    });
    return readRecords(text, kinds);
}
function journalOf(entries) {
    return entries.toReversed().map(lineOf).join("");
}
function readRecords(text, kinds) {
    const lines = text
        .split("\n")
        .slice(0, -1)
        .map((line) => readLine(line, kinds));
    return {
        entries: lines.flatMap(({ entry }) => entry ?? []).reverse(),
        unreadable: lines.filter(({ isWhole }) => !isWhole).length,
    };
}
function readLine(line, kinds) {
    const whole = readEntry(line, kinds);
    if (whole !== undefined)
        return { entry: whole, isWhole: true };
    return { entry: readEntry(line.slice(Math.max(0, line.lastIndexOf('{"undo":'))), kinds), isWhole: false };
}
function readEntry(json, kinds) {
    const value = parsed(json);
    const found = Object(value);
    const kind = kinds.find(({ name }) => name === found["undo"]);
    const fields = Object.entries(kind?.fields ?? {});
    const isWhole = kind !== undefined && fields.every(([name, isUsable]) => isUsable?.(found[name]));
    return isWhole ? value : undefined;
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/job/job-folder.js








const job_folder_STATE = "folder";
const COMPLETE = "complete";
const FILE = "journal.jsonl";
const LIFE = "life.json";
async function openJobFolder(host, keepPrivate = BY_MODE) {
    const folder = external_node_path_.join(host.temporaryFolder, `azs-login-${(0,external_node_crypto_.randomUUID)()}`);
    host.saveState(job_folder_STATE, folder);
    await (0,io_files/* createPrivateFolder */.Aj)(folder);
    const life = (0,lives/* lifeOf */.c_)(folder);
    const start = () => keepPrivate(folder, "folder").then(() => startFiles(folder, life));
    const { record, close } = await start().catch(async (error) => {
        await removeJobFolder(folder);
        throw error;
    });
    return { folder, life, record, close, finish: () => (0,promises_.rm)(external_node_path_.join(folder, lives/* UNFINISHED */.yA), { force: true }) };
}
function forgetJobFolder(host) {
    host.saveState(job_folder_STATE, "");
}
async function startFiles(folder, life) {
    await (0,io_files/* createPrivateFile */.aP)(external_node_path_.join(folder, lives/* UNFINISHED */.yA), "");
    await (0,io_files/* createPrivateFile */.aP)(external_node_path_.join(folder, LIFE), JSON.stringify(life));
    return createJournal(external_node_path_.join(folder, FILE));
}
function markIncomplete(host) {
    host.saveState(COMPLETE, "");
}
function markComplete(host) {
    host.saveState(COMPLETE, "true");
}
function job_folder_isComplete(host) {
    return host.state(COMPLETE) === "true";
}
function job_folder_earlierFolder(host) {
    const folder = host.state(job_folder_STATE);
    return FOLDER.test(external_node_path_.basename(folder)) ? folder : undefined;
}
function readEntries(folder, kinds) {
    return readJournal(external_node_path_.join(folder, FILE), kinds);
}
async function readLife(folder) {
    const text = await (0,promises_.readFile)(external_node_path_.join(folder, LIFE), "utf8").catch(() => "");
    return (0,lives/* asLife */.V5)((0,json/* jsonOf */.o_)(text));
}
async function removeJobFolder(folder) {
    await removeAllBut(folder, [LIFE, lives/* UNFINISHED */.yA]);
    await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}
const NOT_OURS = /^(?:replaced-|az-before-|az-restored-)/;
async function keepForLater(folder, entries) {
    const theirs = (await (0,promises_.readdir)(folder)).filter((name) => NOT_OURS.test(name));
    try {
        await removeAllBut(folder, [FILE, LIFE, lives/* UNFINISHED */.yA, ...theirs]);
    }
    finally {
        if (entries !== undefined)
            await shorten(folder, entries);
    }
}
async function shorten(folder, entries) {
    const shortened = external_node_path_.join(folder, `${FILE}.new`);
    await (0,io_files/* createPrivateFile */.aP)(shortened, journalOf(entries));
    await (0,promises_.rename)(shortened, external_node_path_.join(folder, FILE));
}
async function removeAllBut(folder, kept) {
    const names = await (0,promises_.readdir)(folder).catch((error) => {
        if (error.code === "ENOENT")
            return [];
        throw error;
    });
    const going = names.filter((name) => !kept.includes(name)).map((name) => external_node_path_.join(folder, name));
    if (names.length === 0)
        return;
    const mark = () => (0,io_files/* createPrivateFile */.aP)(external_node_path_.join(folder, lives/* UNFINISHED */.yA), "").catch(() => undefined);
    await mark();
    const removed = await Promise.allSettled(going.map(remove));
    await mark();
    const failed = removed.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected")
        throw failed.reason;
}
async function remove(place) {
    try {
        await (0,promises_.rm)(place, { recursive: true, force: true, maxRetries: 5 });
    }
    catch (error) {
        const status = await (0,promises_.lstat)(place).catch(() => undefined);
        if (status?.isFile() && status.nlink === 1)
            await (0,promises_.truncate)(place).catch(() => undefined);
        throw error;
    }
}
const FOLDER = /^azs-login-[0-9a-f-]{36}$/;
async function jobFolders(temporaryFolder) {
    const names = await (0,promises_.readdir)(temporaryFolder).catch(() => []);
    return names.filter((name) => FOLDER.test(name)).map((name) => external_node_path_.join(temporaryFolder, name));
}

;// CONCATENATED MODULE: ./build/provision/unused.js




const LONGEST_UNUSED_MS = (/* unused pure expression or super */ null && (30 * 24 * 60 * 60_000));
async function unused_removeUnused(toolCache, now) {
    if (toolCache === undefined)
        return;
    const parent = path.join(toolCache, NAME);
    for (const name of await readdir(parent).catch(() => [])) {
        if (!/^[\d.]+-[0-9a-f]{8}$/.test(name))
            continue;
        for (const file of await readdir(path.join(parent, name))) {
            const folder = path.join(parent, name, file.replace(/\.complete$/, ""));
            if (file.endsWith(".complete") && isUnused(folder, now)) {
                await removeUnless(folder, toolCache, () => !isUnused(folder, now));
            }
        }
    }
}
function isUnused(folder, now) {
    const used = statSync(marker(folder), { throwIfNoEntry: false })?.mtimeMs;
    return used !== undefined && now.getTime() - used > LONGEST_UNUSED_MS;
}

// EXTERNAL MODULE: ./build/io/started-process.js
var started_process = __webpack_require__(3932);
;// CONCATENATED MODULE: ./build/job/undo.js










const UNDO_KINDS = [
    started_process/* startedProcess */.v,
    sharedLock,
    rootsFolder,
    storedRoots,
    unfinishedInstallation,
    placedFile,
    configClaim,
    configChange,
    madeCommandIndex,
    jobVariables,
];
function kindOf(entry) {
    const kind = UNDO_KINDS.find(({ name }) => name === entry.undo);
    if (kind === undefined)
        throw new Error(`no kind of change is called ${entry.undo}`);
    return { kind, data: entry };
}

;// CONCATENATED MODULE: ./build/job/logout.js











async function logout(host, now = new Date()) {
    const folder = earlierFolder(host);
    if (folder === undefined)
        return;
    getCACertificates("extra");
    await removeUnused(host.toolCache, now).catch((error) => host.debug(`An old az stays: ${error.message}`));
    const keep = isComplete(host) && (await host.input("cleanup")).toLowerCase() === "false";
    if (!keep) {
        const isThere = existsSync(folder);
        const left = await undoOf(folder, false, host, now);
        if (left > 0)
            host.info(`azs-login: everything is undone, except for what the warnings above name (${left}).`);
        else if (isThere)
            host.info("azs-login: this machine is as it was before the login.");
        return;
    }
    host.info("cleanup is false: the login stays until the runner empties its temporary folder; roots in trust stores and the machine's az configuration stay longer.");
}
async function undoAll(folder, host, now) {
    await undoOf(folder, false, host, now);
}
async function undoDeadJobs(host, now) {
    for (const folder of await jobFolders(host.temporaryFolder)) {
        const life = (await isMine(folder)) ? await readLife(folder) : undefined;
        if (life === undefined || !(0,lives/* isOver */.PU)(life))
            continue;
        host.info(`An earlier job left changes to this machine behind. They are undone now (${folder}).`);
        await undoOf(folder, true, host, now);
    }
}
async function isMine(folder) {
    const status = await (0,promises_.lstat)(folder).catch(() => undefined);
    if (status === undefined || !status.isDirectory())
        return false;
    return process.platform === "win32" || (status.uid === process.getuid?.() && (status.mode & 0o77) === 0);
}
async function undoOf(folder, isLate, host, now) {
    let warnings = 0;
    const warn = (what, error) => {
        warnings += 1;
        host.warning(`Could not undo: ${what} (${error instanceof Error ? error.message : String(error)}).`);
    };
    const { entries, unreadable } = await readEntries(folder, UNDO_KINDS).catch((error) => {
        warn("the journal cannot be read", error);
        return { entries: [], unreadable: Number.NaN };
    });
    if (unreadable > 0)
        warn(`${unreadable} of the changes in ${folder}`, "the journal's records of them cannot be read");
    const undoing = undoingOf(folder, isLate, host, now);
    const left = [];
    for (const entry of entries.filter((one) => !isLate || isUndoneLate(one, host))) {
        const { kind, data } = kindOf(entry);
        try {
            await kind.undo(data, undoing);
        }
        catch (error) {
            warn(kind.describe(data), error);
            if (kind.lasts)
                left.push(entry);
        }
    }
    const isDone = left.length === 0 && unreadable === 0;
    const end = isDone ? removeJobFolder(folder) : keepForLater(folder, unreadable === 0 ? left : undefined);
    await end.catch((error) => warn(`the folder ${folder}`, error));
    return warnings;
}
function isUndoneLate(entry, host) {
    const { kind, data } = kindOf(entry);
    const obstacle = kind.lateObstacle?.(data);
    if (obstacle !== undefined)
        host.warning(obstacle);
    return kind.lasts && obstacle === undefined;
}
function undoingOf(folder, isLate, host, now) {
    const { environment, toolCache } = host;
    const started = (0,io_processes/* processes */.u)(environment, kind/* UNRECORDED */.ce);
    const shared = sharedFiles(started, external_node_path_.basename(folder));
    return { shared, processes: started, environment, folder, now, isOver: lives/* isOver */.PU, host, toolCache, isLate };
}

;// CONCATENATED MODULE: ./build/job/in-job-folder.js


async function inJobFolder(host, now, keep, work) {
    const earlier = job_folder_earlierFolder(host);
    if (earlier !== undefined) {
        await undoAll(earlier, host, now);
        markIncomplete(host);
    }
    await undoDeadJobs(host, now);
    const job = await openJobFolder(host, keep).catch((error) => {
        forgetJobFolder(host);
        throw error;
    });
    try {
        const result = await work(job);
        await job.finish();
        await job.close();
        return result;
    }
    catch (error) {
        await job.close();
        await undoAll(job.folder, host, now);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/errors/identity.js
var errors_identity = __webpack_require__(2206);
;// CONCATENATED MODULE: ./build/errors/providers.js

const said = (answer) => `\nThe stamp says: ${answer}`;
const providerFailures = {
    refused: (0,failure/* failure */.V)("AZS430", "No right to register providers", ({ namespaces, subscription, answer }) => ({
        problem: `the login may not register ${namespaces} in subscription ${subscription}.${said(answer)}`,
        fix: "give the service principal the role Contributor in the subscription (or one with the action */register/action), have somebody with that role register them once, or remove them from register-providers.",
    })),
    unknown: (0,failure/* failure */.V)("AZS431", "Unknown resource provider", ({ namespaces, subscription, answer }) => ({
        problem: `the stamp knows no resource provider ${namespaces} for subscription ${subscription}.${said(answer)}`,
        fix: "correct register-providers (az provider list shows the providers of the stamp), or ask the stamp's operator to install the provider and to add its service to a plan of the subscription's offer.",
    })),
    notOffered: (0,failure/* failure */.V)("AZS432", "Resource provider is not offered", ({ namespaces, subscription, answer }) => ({
        problem: `the offer of subscription ${subscription} does not include ${namespaces}.${said(answer)}`,
        fix: "ask the stamp's operator to add the service to a plan of the offer, set subscription-id to a subscription that has it, or remove it from register-providers.",
    })),
    notInTime: (0,failure/* failure */.V)("AZS433", "Providers not registered in time", ({ states, subscription, minutes }) => ({
        problem: `${minutes} minutes after registering began, subscription ${subscription} has ${states}.`,
        fix: "run the job again, which waits again; if the state remains, ask the stamp's operator to check the resource provider.",
    })),
    noSubscription: (0,failure/* failure */.V)("AZS434", "No subscription to register providers in", ({ namespaces }) => ({
        problem: `register-providers asks for ${namespaces}, but this login sees no subscription to register them in.`,
        fix: "give the service principal a role in a subscription of the stamp, or remove register-providers.",
    })),
    failed: (0,failure/* failure */.V)("AZS435", "Registering a provider failed", ({ namespaces, subscription, answer }) => ({
        problem: `registering ${namespaces} in subscription ${subscription} failed.${said(answer)}`,
        fix: "do as the stamp's answer says; a subscription that is disabled must be enabled by the stamp's operator first.",
    })),
};

;// CONCATENATED MODULE: ./build/errors/arm.js

const arm_said = (answer) => `\nAzure Resource Manager says: ${answer}`;
const armFailures = {
    otherTenant: (0,failure/* failure */.V)("AZS470", "Token from another tenant", ({ endpoint, tenant, answer }) => ({
        problem: `the subscription at ${endpoint} belongs to another tenant than the one that issued the token.${arm_said(answer)}`,
        fix: `set tenant-id to ${tenant}, and have the application registered there; or set subscription-id to a subscription of the tenant that you log in to.`,
    })),
    expired: (0,failure/* failure */.V)("AZS471", "Token expired for the stamp", ({ endpoint, answer }) => ({
        problem: `by the clock of ${endpoint}, the token that was just issued has expired or is not valid yet.${arm_said(answer)}`,
        fix: "ask the stamp's operator to correct the stamp's time (its NTP server): it differs from the time of the authority that issued the token. The runner's clock is not the cause.",
    })),
    otherAudience: (0,failure/* failure */.V)("AZS472", "Token for another audience", ({ endpoint, answer }) => ({
        problem: `${endpoint} does not accept tokens for the audience that its own metadata names.${arm_said(answer)}`,
        fix: "ask the stamp's operator to compare the audience in the metadata with the one that Azure Resource Manager accepts.",
    })),
    noRight: (0,failure/* failure */.V)("AZS473", "Permission missing", ({ endpoint, action, scope, answer }) => ({
        problem: `the login is accepted at ${endpoint}, but lacks the right ${action} over ${scope}.${arm_said(answer)}`,
        fix: `give the service principal or user a role that has it, such as Reader for an action that ends in /read, over ${scope}; a new role takes effect after some minutes.`,
    })),
    subscriptionNotFound: (0,failure/* failure */.V)("AZS474", "Subscription not found", ({ endpoint, answer }) => ({
        problem: `${endpoint} does not find the subscription that it listed itself.${arm_said(answer)}`,
        fix: "run the job again, because the subscription may just have been deleted; if it fails again, set subscription-id to another, or ask the stamp's operator about this one.",
    })),
    subscriptionDisabled: (0,failure/* failure */.V)("AZS475", "Subscription disabled", ({ endpoint, answer }) => ({
        problem: `the subscription at ${endpoint} is disabled.${arm_said(answer)}`,
        fix: "ask the stamp's operator to enable the subscription, or set subscription-id to another.",
    })),
    tokenRefused: (0,failure/* failure */.V)("AZS413", "Azure Resource Manager refused the token", ({ endpoint, answer }) => ({
        problem: `${endpoint} does not accept the token that the authority issued.${arm_said(answer)}`,
        fix: "do as the answer says. If it says that no token arrived, check whether a gateway removes the header Authorization. If it gives no reason, check that tenant-id is the tenant of this stamp, or leave it out: azs-login then asks the stamp.",
    })),
};

;// CONCATENATED MODULE: ./build/errors/arm-codes.js
const ARM_CODES = {
    noRight: ["AuthorizationFailed", "LinkedAuthorizationFailed"],
    otherTenant: ["InvalidAuthenticationTokenTenant"],
    expired: ["ExpiredAuthenticationToken"],
    otherAudience: ["InvalidAuthenticationTokenAudience"],
    subscriptionNotFound: ["SubscriptionNotFound", "InvalidSubscriptionId"],
    subscriptionDisabled: ["ReadOnlyDisabledSubscription", "DisabledSubscription", "SubscriptionDisabled"],
    tokenRefused: ["InvalidAuthenticationToken", "AuthenticationFailed", "AuthenticationFailedInvalidHeader"],
};

;// CONCATENATED MODULE: ./build/identity/arm-refusals.js






const KINDS = new Map(Object.entries(ARM_CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind])));
function refusalOf({ status, bodyAsText, headers }) {
    if (status < 400)
        return undefined;
    const answer = bodyAsText ?? "";
    const { code = "", message } = (0,responses/* armError */.Tr)(answer);
    const challenge = /error_description="([^"]+)"/i.exec((0,quoting/* headOf */.Uo)(headers.get("www-authenticate") ?? ""))?.[1];
    return new esm/* RestError */.pj(message ?? challenge ?? (0,responses/* armMessage */.Yh)(answer), { code, statusCode: status });
}
function refusedByArm(refusal, url) {
    const { code = "", statusCode: status, message } = refusal;
    const kind = KINDS.get(code) ?? (status === 401 ? "tokenRefused" : undefined);
    const answer = code === "" ? (0,quoting/* quoted */.TL)(message, LONGEST_ANSWER) : `${(0,quoting/* quoted */.TL)(code, 100)}: ${(0,quoting/* quoted */.TL)(message, LONGEST_ANSWER)}`;
    if (kind === undefined) {
        return network/* networkFailures */.I.refused({ party: "arm", url, status: String(status), message: answer }, refusal);
    }
    const names = { endpoint: new URL(url).origin, answer, ...rightIn(message), tenant: tenantIn(message) };
    return armFailures[kind](names, refusal);
}
const LONGEST_ANSWER = 600;
function rightIn(message, otherwise = "it needs", over = "the subscription") {
    const text = (0,quoting/* headOf */.Uo)(message);
    const action = arm_refusals_plain(/perform action '([^']*)'/i.exec(text)?.[1]) ?? otherwise;
    const scope = arm_refusals_plain(/over scope '([^']*)'/i.exec(text)?.[1]) ?? over;
    return { action, scope };
}
function arm_refusals_plain(text = "") {
    return text.length <= 400 && /^[\w./*-]+$/.test(text) ? text : undefined;
}
const GUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
function tenantIn(message) {
    const [, wanted = ""] = (0,quoting/* headOf */.Uo)(message).split(/must match/i, 2);
    const tenants = [...new Set((wanted.split("'", 2)[1] ?? "").match(GUIDS))];
    return tenants.length === 0 ? "the tenant of the subscription" : tenants.slice(0, 5).join(" or ");
}

;// CONCATENATED MODULE: ./build/io/plain-text.js
const LONGEST = 128;
function plainText(text) {
    const plain = text
        .slice(0, 4 * LONGEST)
        .normalize("NFC")
        .replaceAll(/\p{Dash}/gu, "-")
        .replaceAll(/[\p{White_Space}\p{Cc}]+/gu, " ")
        .trim()
        .replaceAll(/[^\p{L}\p{M}\p{N} .,_+@/()-]|\p{Default_Ignorable_Code_Point}|[\u02b0-\u02ff]|\p{Script=Inherited}/gu, "_")
        .replaceAll(/(?<=^|[ (])[-@](?=[^ )])/g, "_")
        .replaceAll(/(?<=^| )\([\p{L}\p{N}][^()]*\)(?= |$)|[()]/gu, (found) => (found.length > 1 ? found : "_"));
    return plain.length > LONGEST ? plain.slice(0, LONGEST).toWellFormed() : plain;
}

;// CONCATENATED MODULE: ./build/identity/arm-responses.js






const MOST_SUBSCRIPTIONS = 10_000;
const MOST_ENTRIES = 5000;
const Subscriptions = object({
    value: neededList(object({ subscriptionId: needed(guid), displayName: forms_text(freeText), state: forms_text(word), tenantId: forms_text(guid) }), MOST_SUBSCRIPTIONS),
    nextLink: forms_text(pageUrl),
});
const Locations = object({ value: list(object({ name: forms_text(forms_location) }), MOST_ENTRIES) });
const ResourceType = object({ resourceType: forms_text(longText), apiVersions: list(anything, MOST_ENTRIES) });
const Provider = object({ registrationState: forms_text(word), resourceTypes: list(ResourceType, MOST_ENTRIES) });
function readSubscriptions(response, url) {
    const refusal = refusalOf(response);
    if (refusal !== undefined)
        throw refusedByArm(refusal, url);
    const { value, nextLink } = readAnswer(Subscriptions, documentOf(response, url), from(url));
    const subscriptions = value.map(({ subscriptionId, displayName, state, tenantId }) => ({
        id: subscriptionId,
        exactName: displayName ?? subscriptionId,
        name: plainText(displayName ?? subscriptionId),
        state: state ?? "Enabled",
        tenantId,
    }));
    return { subscriptions, nextLink };
}
function readLocation(response, url) {
    const refusal = refusalOf(response);
    if (refusal?.statusCode === 401)
        throw refusedByArm(refusal, url);
    if (response.status !== 200) {
        const [code = ""] = /^\w{1,60}$/.exec(refusal?.code ?? "") ?? [];
        return { untold: `${response.status} ${code}`.trim() };
    }
    const name = readAnswer(Locations, documentOf(response, url), from(url)).value[0]?.name;
    return name === undefined ? { untold: "an empty list" } : { name };
}
function readProvider(response, url) {
    const refusal = refusalOf(response);
    if (refusal !== undefined)
        throw refusal;
    const { registrationState, resourceTypes } = readAnswer(Provider, documentOf(response, url), from(url));
    const groups = resourceTypes.find(({ resourceType }) => resourceType?.toLowerCase() === "resourcegroups");
    return {
        state: registrationState ?? "unknown",
        versions: (groups === undefined ? resourceTypes : [groups]).flatMap(({ apiVersions }) => apiVersions.filter(isVersion)),
    };
}
function supportedVersions({ code, message }) {
    const supported = /supported (?:api-)?versions are '([^']*)/i.exec((0,quoting/* headOf */.Uo)(message))?.[1];
    if (supported === undefined)
        return /ApiVersion|NoRegisteredProvider/.test(code ?? "") ? [] : undefined;
    return supported
        .split(",")
        .map((version) => version.trim())
        .filter(isVersion);
}
function isVersion(version) {
    return typeof version === "string" && /^\d{4}-\d{2}-\d{2}(?:-[a-z]{1,30})?$/.test(version);
}
function documentOf({ bodyAsText }, url) {
    const document = (0,json/* jsonOf */.o_)(bodyAsText ?? "");
    if (document === undefined)
        throw network/* networkFailures */.I.broken(from(url));
    return document;
}
function from(url) {
    return { url, party: "arm" };
}

;// CONCATENATED MODULE: ./build/identity/profile-detection.js






async function detectProfile(endpoint, subscription, ask) {
    const seen = new Set();
    for (const { resources } of profiles/* PROFILES */.jI) {
        const versions = await ask.reported(resources).catch((error) => {
            if (!(0,esm/* isRestError */.T0)(error) || error.statusCode === undefined)
                throw error;
            return supportedVersions(error) ?? error;
        });
        if ((0,esm/* isRestError */.T0)(versions))
            return profile_detection_withoutRight(versions, endpoint, subscription, ask);
        const profile = (0,profiles/* newestProfile */.QJ)(versions);
        if (profile !== undefined)
            return { profile };
        for (const version of versions)
            seen.add(version);
    }
    throw errors_identity/* identityFailures */._.noProfile({ endpoint, versions: (0,quoting/* quoted */.TL)([...seen].join(", ")) || "none reported" });
}
async function profile_detection_withoutRight(refusal, endpoint, subscription, ask) {
    const url = `${endpoint}/subscriptions/${subscription}/providers/Microsoft.Resources`;
    if (refusal.statusCode !== 403)
        throw refusedByArm(refusal, url);
    const { action, scope } = rightIn(refusal.message, READS_PROVIDERS, `/subscriptions/${subscription}`);
    const lacking = `${action} over ${scope} (${refusal.code || refusal.statusCode})`;
    for (const { name, resources } of profiles/* PROFILES */.jI) {
        const answer = await ask.refusalOfGroups(resources);
        const known = answer === undefined ? undefined : supportedVersions(answer);
        const profile = known === undefined ? name : (0,profiles/* newestProfile */.QJ)(known);
        if (profile !== undefined)
            return { profile, lacking };
    }
    return { profile: profiles/* PROFILES */.jI[0].name, lacking };
}
const READS_PROVIDERS = "Microsoft.Resources/subscriptions/providers/read";

;// CONCATENATED MODULE: ./build/identity/arm.js







const SUBSCRIPTIONS_VERSION = "2016-06-01";
const MOST_PAGES = 50;
async function openArm({ endpoint, audience }, token, network) {
    const { ServiceClient } = await __webpack_require__.e(/* import() */ 738).then(__webpack_require__.bind(__webpack_require__, 5738));
    const { host } = new URL(endpoint);
    const channel = openChannel(network, { allows: (other) => other === host, named: host, partyOf: () => "arm" });
    const client = new ServiceClient({
        ...channel.clientOptions,
        endpoint,
        credential: { getToken: async () => token },
        credentialScopes: `${audience}/.default`,
    });
    const ask = (url, more = {}) => client.sendRequest((0,esm/* createPipelineRequest */.G6)({ url, ...more }));
    const provider = async (path, version, more = {}) => {
        const url = `${endpoint}${path}`;
        return readProvider(await ask(`${url}?api-version=${version}`, more), url);
    };
    return {
        async subscriptions() {
            const url = `${endpoint}/subscriptions`;
            const found = new Map();
            const asked = new Set();
            let next = `${url}?api-version=${SUBSCRIPTIONS_VERSION}`;
            while (next !== undefined && !asked.has(new URL(next).href)) {
                asked.add(new URL(next).href);
                if (asked.size > MOST_PAGES || found.size > MOST_SUBSCRIPTIONS) {
                    throw stampFailures.tooMany({ url, most: `${MOST_SUBSCRIPTIONS} subscriptions on ${MOST_PAGES} pages` });
                }
                const page = readSubscriptions(await ask(next), url);
                for (const subscription of page.subscriptions)
                    found.set(subscription.id.toLowerCase(), subscription);
                next = page.nextLink;
            }
            return [...found.values()];
        },
        async location(subscription) {
            const url = `${endpoint}/subscriptions/${subscription}/locations`;
            return readLocation(await ask(`${url}?api-version=${SUBSCRIPTIONS_VERSION}`), url);
        },
        profile: (subscription) => detectProfile(endpoint, subscription, {
            reported: async (version) => {
                const path = `/subscriptions/${subscription}/providers/Microsoft.Resources`;
                return (await provider(path, version)).versions;
            },
            async refusalOfGroups(version) {
                return refusalOf(await ask(`${endpoint}/subscriptions/${subscription}/resourcegroups?api-version=${version}`));
            },
        }),
        providers(subscription, profile) {
            const version = (0,profiles/* resourcesVersion */.qx)(profile);
            const pathOf = (namespace) => `/subscriptions/${subscription}/providers/${encodeURIComponent(namespace)}`;
            return {
                subscription,
                state: async (namespace, abortSignal) => (await provider(pathOf(namespace), version, { abortSignal })).state,
                register: async (namespace, abortSignal) => (await provider(`${pathOf(namespace)}/register`, version, { method: "POST", abortSignal })).state,
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/identity/providers.js




const PAUSES = [1, 2, 4, 8];
const LONGEST_PAUSE = 10;
const LONGEST_WAIT = 300;
const providers_LONGEST_WAIT_MS = 330_000;
const wait = (seconds, signal) => (0,external_node_timers_promises_.setTimeout)(seconds * 1000, undefined, { signal });
async function registerProviders(namespaces, providers, stop, pause = wait, late = AbortSignal.timeout(providers_LONGEST_WAIT_MS)) {
    const failed = new AbortController();
    const signal = AbortSignal.any([stop, failed.signal, late]);
    const patience = { signal, late, pause };
    const outcomes = await Promise.allSettled(namespaces.map((namespace) => register(namespace, providers, patience).catch((error) => {
        failed.abort();
        throw error;
    })));
    const reasons = outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason : undefined));
    if (failed.signal.aborted)
        throw providers_failureOf(namespaces, reasons, providers.subscription);
    const registrations = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const missing = registrations.filter(({ state }) => !is(state, "Registered"));
    if (missing.length > 0)
        throw notInTime(missing, providers.subscription);
    return registrations
        .map(({ namespace, before }) => `${namespace} ${before ? "was registered already" : "registered"}`)
        .join(", ");
}
async function register(namespace, providers, { signal, late, pause }) {
    let state = "unknown";
    try {
        for (let waited = 0, turn = 0;; turn += 1) {
            const found = await providers.state(namespace, late);
            const under = is(found, "Registered") || is(found, "Registering");
            state = under ? found : await providers.register(namespace, late);
            if (is(state, "Registered") || waited >= LONGEST_WAIT)
                return { namespace, state, before: turn === 0 && state === found };
            const seconds = PAUSES[turn] ?? LONGEST_PAUSE;
            await pause(seconds, signal);
            waited += seconds;
        }
    }
    catch (error) {
        if (late.aborted && isAbort(error))
            return { namespace, state, before: false };
        throw error;
    }
}
function is(state, wanted) {
    return state.toLowerCase() === wanted.toLowerCase();
}
function notInTime(late, subscription) {
    const states = late.map(({ namespace, state }) => `${namespace} in state ${state}`).join(", ");
    return providerFailures.notInTime({ states, subscription, minutes: String(LONGEST_WAIT / 60) });
}
function providers_failureOf(namespaces, reasons, subscription) {
    const refusals = reasons.map((reason) => ((0,esm/* isRestError */.T0)(reason) && reason.statusCode ? reason : undefined));
    const other = reasons.find((reason, index) => reason !== undefined && refusals[index] === undefined && !isAbort(reason));
    const first = refusals.find((refusal) => refusal !== undefined);
    if (other !== undefined || first === undefined)
        return other ?? reasons.find((reason) => reason !== undefined);
    const kind = providers_kindOf(first);
    const same = namespaces.filter((_, index) => {
        const refusal = refusals[index];
        return refusal !== undefined && providers_kindOf(refusal) === kind;
    });
    const answer = `${(0,quoting/* quoted */.TL)(String(first.code ?? first.statusCode), 100)}: ${(0,quoting/* quoted */.TL)(String(first.message))}`;
    return providerFailures[kind]({ namespaces: same.join(", "), subscription, answer }, first);
}
function isAbort(reason) {
    return reason instanceof Error && reason.name === "AbortError";
}
function providers_kindOf({ code, statusCode }) {
    if (code === "DisallowedProvider")
        return "notOffered";
    if (code === "InvalidResourceNamespace")
        return "unknown";
    return statusCode === 403 ? "refused" : "failed";
}

;// CONCATENATED MODULE: ./build/identity/identity.js







const NEWEST_PROFILE = "2020-09-01-hybrid";
async function proveIdentity(options, stamp, login, network) {
    const arm = await openArm(stamp, login.token, network);
    const subscription = chooseSubscription(await arm.subscriptions(), options, stamp.endpoint);
    if (subscription === undefined && options.registerProviders.length > 0) {
        throw providerFailures.noSubscription({ namespaces: options.registerProviders.join(", ") });
    }
    const asked = options.profile;
    const [location, found] = subscription === undefined
        ? [{ untold: "there is no subscription to ask with" }, { profile: asked }]
        : await Promise.all([
            arm.location(subscription.id),
            asked === "auto" ? arm.profile(subscription.id) : { profile: asked },
        ]);
    const { profile } = found;
    const tenantId = [login.tenantId, stamp.tenant, subscription?.tenantId].find((id) => id !== undefined && isGuid(id));
    const { credential, registerProviders: wanted } = options;
    const known = profile === "auto" ? NEWEST_PROFILE : profile;
    return {
        clientId: credential.clientId,
        userName: userNameOf(credential, login),
        objectId: login.objectId,
        tokenEnds: dateOf(login.token.expiresOnTimestamp),
        tenantId: tenantId ?? stamp.tenant,
        subscription,
        registerProviders: subscription === undefined || wanted.length === 0
            ? undefined
            : (stop) => registerProviders(wanted, arm.providers(subscription.id, known), stop),
        location: "name" in location ? location.name : stamp.location,
        profile: known,
        resourceGrant: login.resourceGrant,
        warnings: warningsOf(subscription, found, login.resourceGrant),
        assumed: "name" in location ? [] : [assumedLocation(stamp, location.untold)],
    };
}
function assumedLocation({ location, endpoint }, why) {
    return `location: ${location}, taken from the name of ${endpoint}, since the stamp did not name it (${why})`;
}
function dateOf(milliseconds) {
    const date = new Date(milliseconds);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
function userNameOf(credential, login) {
    if (credential.kind === "password")
        return credential.username;
    return credential.kind === "device-code" ? (login.userName ?? login.objectId) : undefined;
}
function chooseSubscription(visible, options, endpoint) {
    const wanted = options.subscription;
    if (wanted === undefined) {
        const enabled = visible.find(({ state }) => state === "Enabled");
        if (enabled !== undefined || options.allowNoSubscriptions)
            return enabled;
        const seen = inShort(visible.map(inWords)) || "none at all";
        throw errors_identity/* identityFailures */._.noSubscription({ who: (0,inputs_credential/* bearerOf */.DH)(options.credential), endpoint, seen });
    }
    const byId = visible.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
    const exact = visible.filter(({ exactName }) => exactName === wanted);
    const sameName = ({ exactName }) => exactName.toLowerCase() === wanted.toLowerCase();
    const named = exact.length > 0 ? exact : visible.filter(sameName);
    const [match, ...more] = byId === undefined ? named : [byId];
    if (more.length > 0) {
        throw errors_identity/* identityFailures */._.ambiguousSubscription({ subscription: wanted, matches: inShort(named.map(({ id }) => id)) });
    }
    if (match !== undefined)
        return match;
    throw errors_identity/* identityFailures */._.subscriptionNotVisible({
        subscription: wanted,
        visible: inShort(visible.map(inWords)) || "none",
    });
}
function inWords({ id, exactName, state }) {
    return `"${(0,quoting/* quoted */.TL)(exactName, 100)}" (${id}, ${state})`;
}
const identity_MOST_NAMED = 50;
function inShort(names) {
    const more = names.length > identity_MOST_NAMED ? [`and ${names.length - identity_MOST_NAMED} more`] : [];
    return [...names.slice(0, identity_MOST_NAMED), ...more].join(", ");
}
function warningsOf(subscription, { profile, lacking }, resourceGrant) {
    const warnings = [];
    if (resourceGrant) {
        warnings.push("This stamp's AD FS refuses scopes (MSIS9605). az up to 2.29.2 can log in to it; Azure SDKs, and everything else that uses MSAL, cannot. Ask the stamp's operator to update the stamp.");
    }
    if (subscription !== undefined && subscription.state !== "Enabled") {
        warnings.push(`Subscription "${subscription.name}" is ${subscription.state}: the stamp refuses changes in it.`);
    }
    if (lacking !== undefined) {
        warnings.push(`The login lacks the right ${lacking}, so it cannot read the stamp's API versions. It uses the profile ${profile}, the newest that the stamp accepted. Give the service principal or user the role Reader on the subscription, or set the input profile.`);
    }
    if (profile === "auto") {
        warnings.push(`Without a subscription the login cannot read the stamp's API versions. It uses the profile ${NEWEST_PROFILE}. Set the input profile if the stamp is older than build 2102.`);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./build/identity/assertion.js

const LIFETIME = 300;
async function adfsAssertion(tokenEndpoint, clientId, certificate) {
    const { sign } = (await __webpack_require__.e(/* import() */ 653).then(__webpack_require__.t.bind(__webpack_require__, 9653, 19))).default;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
        aud: tokenEndpoint,
        iss: clientId,
        sub: clientId,
        jti: (0,external_node_crypto_.randomUUID)(),
        nbf: now - LIFETIME,
        exp: now + LIFETIME,
    };
    const x5t = Buffer.from(certificate.thumbprint, "hex").toString("base64url");
    return sign(claims, certificate.privateKey, { header: { alg: "RS256", typ: "JWT", x5t } });
}

// EXTERNAL MODULE: ./build/errors/authority.js
var errors_authority = __webpack_require__(1431);
;// CONCATENATED MODULE: ./build/errors/authority-codes.js


const refusals = { ...errors_identity/* identityFailures */._, ...errors_authority/* authorityFailures */.Z_ };
const authority_codes_list = (codes) => codes.split(/\s+/).filter((code) => code !== "");
const CODES = {
    wrongSecret: authority_codes_list("AADSTS7000215"),
    expiredSecret: authority_codes_list("AADSTS7000222"),
    unknownApplication: authority_codes_list("AADSTS700016 AADSTS700011 AADSTS70001 AADSTS700038 AADSTS700019 AADSTS90049 AADSTS90112 MSIS9607"),
    noPrincipal: authority_codes_list("AADSTS7000229 AADSTS7000217 AADSTS90099"),
    applicationDisabled: authority_codes_list("AADSTS7000112 AADSTS7000116 AADSTS1000031"),
    stampDisabled: authority_codes_list("AADSTS500014 AADSTS7000117"),
    publicClient: authority_codes_list("AADSTS700025 AADSTS9002319"),
    unknownTenant: authority_codes_list("AADSTS90002 AADSTS900023 AADSTS50059 AADSTS50128 AADSTS90019 AADSTS500209 AADSTS500210"),
    tenantClosed: authority_codes_list("AADSTS5000224 AADSTS5000225 AADSTS90085"),
    otherCloud: authority_codes_list("AADSTS900382 AADSTS900432 AADSTS90038 AADSTS90042 AADSTS90043 AADSTS90044 AADSTS90051 AADSTS50049 AADSTS1000104 AADSTS1002021"),
    unknownResource: authority_codes_list("AADSTS500011 AADSTS50001 AADSTS500012 AADSTS500013 AADSTS500015 AADSTS500016 AADSTS500017 AADSTS650052 AADSTS650054 AADSTS650058 AADSTS700017 AADSTS700018 AADSTS700039 AADSTS70011 AADSTS28002 AADSTS650053 AADSTS1002012 MSIS9602"),
    clientNotAllowed: authority_codes_list("AADSTS65001 AADSTS65002 AADSTS65005 AADSTS65006 AADSTS65007 AADSTS650051 AADSTS650055 AADSTS650056 AADSTS650057 AADSTS650061 AADSTS90008 AADSTS90093 AADSTS90094 AADSTS90095 AADSTS90096 AADSTS900941 AADSTS900942 AADSTS90009 AADSTS9002341 MSIS3126 MSIS5007 MSIS7068"),
    stampMisconfigured: authority_codes_list("AADSTS50007 AADSTS50010 AADSTS50042 AADSTS50043 AADSTS50124 AADSTS50146 AADSTS501461 AADSTS501621 AADSTS9002329"),
    requestMalformed: authority_codes_list("AADSTS50192 AADSTS90004 AADSTS90013 AADSTS90014 AADSTS90023 AADSTS90100 AADSTS90117 AADSTS90121 AADSTS165900 AADSTS900144 AADSTS900561 AADSTS9002313 AADSTS9002323 AADSTS9002324 AADSTS7000216 AADSTS7000218 AADSTS7000219"),
    notAssigned: authority_codes_list("AADSTS50105 AADSTS501051"),
    defaultScopeRefused: authority_codes_list("MSIS9605"),
    certificateNotRegistered: authority_codes_list("AADSTS700027 AADSTS700026 AADSTS700028 AADSTS50003 AADSTS500031"),
    certificateNotAuthorized: authority_codes_list("AADSTS700029 AADSTS700030 AADSTS700031 AADSTS700032 AADSTS7000210 AADSTS7000211 AADSTS7000212 AADSTS7000213 AADSTS7000214 AADSTS7000221 AADSTS50017 AADSTS500183 AADSTS500187 AADSTS220501"),
    weakKey: authority_codes_list("AADSTS50032 AADSTS50035"),
    clockOff: authority_codes_list("AADSTS700024 AADSTS500133"),
    subjectMismatch: authority_codes_list("AADSTS70021 AADSTS70025 AADSTS700211 AADSTS700212 AADSTS700213 AADSTS7002111 AADSTS7002121 AADSTS7002138 AADSTS7002203 AADSTS7000226 AADSTS7000227"),
    federationForbidden: authority_codes_list("AADSTS700222 AADSTS700223 AADSTS700226 AADSTS700227 AADSTS700229 AADSTS700231 AADSTS700236 AADSTS700238 AADSTS7002381"),
    assertionRefused: authority_codes_list("AADSTS50013 AADSTS500131 AADSTS500132 AADSTS500135 AADSTS500136 AADSTS500137 AADSTS50027 AADSTS500126 AADSTS500277 AADSTS5002726 AADSTS5002727 AADSTS50006 AADSTS500061 AADSTS5000811 AADSTS50048 AADSTS50120 AADSTS50098 AADSTS70023 AADSTS70024 AADSTS700021 AADSTS700022 AADSTS700023 AADSTS7000220 AADSTS900384 AADSTS9002317 AADSTS90010 AADSTS90016 AADSTS240002 AADSTS500033 AADSTS500184"),
    wrongPassword: authority_codes_list("AADSTS50034 AADSTS50052 AADSTS50054 AADSTS50056 AADSTS50064 AADSTS50126 AADSTS90125 MSIS9659 MSIS8022"),
    accountBlocked: authority_codes_list("AADSTS50053 AADSTS50057 AADSTS500571 AADSTS500341 AADSTS80012 MSIS3173"),
    passwordExpired: authority_codes_list("AADSTS50055 AADSTS50125 AADSTS50132 AADSTS50133 AADSTS50135 AADSTS50137 AADSTS50142 AADSTS50144 AADSTS50173"),
    foreignAccount: authority_codes_list("AADSTS50020 AADSTS50014 AADSTS50177 AADSTS50178 AADSTS50197 AADSTS51004 AADSTS16000 AADSTS16003 AADSTS90072 AADSTS90126 AADSTS500200 AADSTS500202 AADSTS500204 AADSTS500205 AADSTS500206 AADSTS500207 AADSTS500208 AADSTS500211 AADSTS700056 AADSTS9002331 AADSTS9002332 AADSTS50134 AADSTS500185"),
    directoryUnreachable: authority_codes_list("AADSTS80001 AADSTS80002 AADSTS80005 AADSTS80007 AADSTS80010 AADSTS80013 AADSTS80014"),
    conditionalAccess: authority_codes_list("AADSTS53003 AADSTS53000 AADSTS53001 AADSTS53002 AADSTS53005 AADSTS53009 AADSTS53011 AADSTS530001 AADSTS530002 AADSTS530003 AADSTS530004 AADSTS530021 AADSTS530031 AADSTS530032 AADSTS530033 AADSTS530034 AADSTS530035 AADSTS50005 AADSTS50097 AADSTS50129 AADSTS50131 AADSTS50155 AADSTS50187 AADSTS501313 AADSTS50077 AADSTS50081 AADSTS135011"),
    crossTenant: authority_codes_list("AADSTS500212 AADSTS500213"),
    tenantRestricted: authority_codes_list("AADSTS500021 AADSTS500022 AADSTS500023 AADSTS500024 AADSTS50002"),
    codeExpired: authority_codes_list("AADSTS70016 AADSTS70018 AADSTS70019 AADSTS70020 AADSTS70039 AADSTS7000014"),
    codeDeclined: authority_codes_list("AADSTS65004 AADSTS650041 AADSTS70034 AADSTS70037 AADSTS90120 AADSTS90135 AADSTS90137"),
    grantRefused: authority_codes_list("AADSTS70003 AADSTS7000021 AADSTS50194 AADSTS9001023 AADSTS90136 MSIS9611 MSIS9699"),
    authorityFault: authority_codes_list("AADSTS50000 AADSTS50004 AADSTS50033 AADSTS50087 AADSTS50166 AADSTS50196 AADSTS90006 AADSTS90012 AADSTS90024 AADSTS90025 AADSTS90030 AADSTS90031 AADSTS90032 AADSTS90033 AADSTS90035 AADSTS90036 AADSTS90037 AADSTS90039 AADSTS90040 AADSTS90041 AADSTS90045 AADSTS90055 AADSTS90090 AADSTS90091 AADSTS90092 AADSTS90202 AADSTS70012 AADSTS230109 AADSTS2205013 MSIS9604 MSIS9642 MSIS7042"),
};
const CODES_BY_CREDENTIAL = [
    {
        codes: authority_codes_list("AADSTS50012 AADSTS70002 MSIS9622 MSIS9623"),
        byKind: {
            secret: "wrongSecret",
            certificate: "certificateNotRegistered",
            oidc: "assertionRefused",
            password: "wrongPassword",
        },
    },
    {
        codes: authority_codes_list("AADSTS50072 AADSTS50074 AADSTS50076 AADSTS50078 AADSTS50079 AADSTS50088 AADSTS50158 AADSTS50161 AADSTS53004 AADSTS53010 AADSTS54008 AADSTS54009 AADSTS54010 AADSTS500121 AADSTS50015 AADSTS50019 AADSTS50180 AADSTS51006 AADSTS700020"),
        byKind: { password: "moreThanPassword", "device-code": "secondFactorMissing" },
    },
];
const GENERAL = authority_codes_list("AADSTS70002 AADSTS70000 AADSTS50000 AADSTS50012 AADSTS50013 AADSTS50027");
const authority_codes_REASONS = [
    { says: /expired/i, refusal: "keyExpired" },
    { says: /not (?:yet )?valid|valid yet|future/i, refusal: "keyNotYetValid" },
    { says: /signature value|use of the key|verify the signature|signature verification/i, refusal: "signatureWrong" },
    { says: /not found|unknown|no key|not registered/i, refusal: "certificateNotRegistered" },
];
function authorityCodesOf(azs) {
    const name = Object.keys(refusals).find((one) => refusals[one].code === azs);
    if (name === undefined)
        return [];
    const byCredential = CODES_BY_CREDENTIAL.filter(({ byKind }) => Object.values(byKind).includes(name));
    const byReason = authority_codes_REASONS.some(({ refusal }) => refusal === name) ? ["AADSTS700027"] : [];
    return [...new Set([...(CODES[name] ?? []), ...byCredential.flatMap(({ codes }) => codes), ...byReason])];
}

;// CONCATENATED MODULE: ./build/inputs/oddity.js
const QUOTED = /^(["'`“‘]).*["'`”’]$/s;
const oddity_GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function oddityOf(credential) {
    if (credential.kind === "secret")
        return oddityIn("client-secret", credential.secret);
    if (credential.kind !== "password")
        return "";
    return oddityIn("password", credential.password) || oddityIn("username", credential.username);
}
function oddityIn(input, value) {
    if (value !== value.trim()) {
        return `${input} begins or ends with white space, which is sent as a part of it: remove it if it does not belong there. Otherwise `;
    }
    if (QUOTED.test(value)) {
        return `${input} is in quotes, which are sent as a part of it: remove them if they do not belong there. Otherwise `;
    }
    return input === "client-secret" && oddity_GUID.test(value) ? `${input} is a GUID, as a secret's ID is. ` : "";
}

;// CONCATENATED MODULE: ./build/identity/refusals.js




const MEANING = new Map(Object.entries(CODES).flatMap(([refusal, codes]) => codes.map((code) => [code, refusal])));
const ENDS = {
    expired_token: "codeExpired",
    authorization_pending: "codeExpired",
    access_denied: "codeDeclined",
    authorization_declined: "codeDeclined",
};
const NO_FEDERATION = /no matching federated identity record|no configured federated identity credentials/i;
function refusedLogin(error, credential, stamp, reason = "") {
    const message = (0,quoting/* headOf */.Uo)(error instanceof Error ? error.message : String(error));
    const answer = firstSentences(message);
    const [code = ""] = ranked(codesIn(message), credential.kind);
    return refusals[refusals_kindOf(credential.kind, code, message, reason)](namesOf(credential, stamp, answer, code), error);
}
function codesIn(message) {
    const headings = message.match(/\b(?:AADSTS|MSIS)\d+(?=:)/g) ?? [];
    const [, numbers = ""] = /\bError\(s\): ((?:\d+,?)+)/.exec(message) ?? [];
    const listed = numbers.split(",").flatMap((number) => (number === "" ? [] : [`AADSTS${number}`]));
    const [mentioned = ""] = /\b(?:AADSTS|MSIS)\d+\b/.exec(message) ?? [];
    return [...new Set([...headings, ...listed, ...(headings.length === 0 && mentioned !== "" ? [mentioned] : [])])];
}
function ranked(codes, credential) {
    const rank = (code) => {
        const general = GENERAL.indexOf(code);
        if (general >= 0)
            return 2 - general / GENERAL.length;
        return meaningOf(code, credential) === undefined ? 1 : 0;
    };
    return codes.toSorted((a, b) => rank(a) - rank(b));
}
function meaningOf(code, credential) {
    return MEANING.get(code) ?? CODES_BY_CREDENTIAL.find(({ codes }) => codes.includes(code))?.byKind[credential];
}
function refusals_kindOf(credential, code, message, reason) {
    const known = meaningOf(code, credential) ?? (NO_FEDERATION.test(message) ? "subjectMismatch" : undefined);
    if (credential === "certificate") {
        const because = known === undefined ? undefined : reasonIn(message);
        if (because !== undefined)
            return because;
    }
    if (credential !== "device-code")
        return known ?? "refused";
    if (known === "defaultScopeRefused")
        return "noCodeWithoutScope";
    return known ?? ENDS[reason] ?? "refused";
}
function reasonIn(message) {
    const [, behind] = message.split("[Reason - ", 2);
    const [reason] = behind?.split(/, Thumbprint|\]/, 1) ?? [];
    return reason === undefined ? undefined : authority_codes_REASONS.find(({ says }) => says.test(reason.slice(0, 200)))?.refusal;
}
function namesOf(credential, stamp, answer, code) {
    const { host, identityProvider } = stamp.authority;
    return {
        clientId: (0,inputs_credential/* applicationOf */.KM)(credential),
        who: (0,inputs_credential/* bearerOf */.DH)(credential),
        authority: identityProvider === "adfs" ? `${host}/adfs` : `${host}/${stamp.tenant}`,
        answer,
        certificate: credential.kind === "certificate" ? described(credential.certificate) : "",
        registered: registeredIn(answer),
        hint: oddityOf(credential),
        resource: stamp.audience,
        lookup: lookupOf(code),
        proof: PROOFS[credential.kind],
    };
}
const PROOFS = {
    secret: "the client secret",
    certificate: "the assertion that was signed with the client certificate's key",
    oidc: "this job's ID token",
    password: "a user name and password",
    "device-code": "a device code",
};
function described({ thumbprint, thumbprintSha256, notBefore, notAfter }) {
    const validity = `valid from ${second(notBefore)} to ${second(notAfter)}`;
    return `thumbprint ${thumbprint}, ${validity}, SHA-256 ${thumbprintSha256}`;
}
function registeredIn(answer) {
    const [, thumbprint] = /Thumbprint of key used by client: '([\w+/=-]{1,100})'/.exec(answer) ?? [];
    const [, start, end] = /Found key 'Start=([\d/: ]{8,25}), End=([\d/: ]{8,25})'/.exec(answer) ?? [];
    const found = start && end ? `valid from ${isoOf(start)} to ${isoOf(end)}` : "";
    return [thumbprint && `thumbprint ${thumbprint}`, found].filter(Boolean).join(", ");
}
function isoOf(date) {
    return date.replace(/^(\d\d)\/(\d\d)\/(\d{4}) ([\d:]+)$/, "$3-$1-$2 $4");
}
function second(date) {
    return date.toISOString().slice(0, 19).replace("T", " ");
}
const ADFS_LOG = "https://learn.microsoft.com/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-logging";
function lookupOf(code) {
    const [, authority, number] = /^(AADSTS|MSIS)(\d+)$/.exec(code) ?? [];
    if (authority === "AADSTS")
        return `read what Microsoft says of it: https://login.microsoftonline.com/error?code=${number}.`;
    if (authority === "MSIS")
        return `ask the stamp's operator to look ${code} up in the event log of its AD FS (${ADFS_LOG}).`;
    return "read the answer; it has no code of Microsoft Entra or AD FS.";
}
const refusals_LONGEST_ANSWER = 1000;
function firstSentences(message) {
    const start = message.search(/AADSTS\d+|MSIS\d+/);
    const answer = start < 0 ? message : message.slice(start);
    return (0,quoting/* quoted */.TL)(answer.split(/(?:\r?\n|\\r\\n|Trace ID:| - Correlation ID)/)[0] ?? answer, refusals_LONGEST_ANSWER);
}

;// CONCATENATED MODULE: ./build/identity/token-response.js






const Schema = object({
    access_token: forms_text(bearerToken),
    expires_in: count,
    error: forms_text(longText),
    error_description: forms_text(longText),
    token_type: forms_text(bearer),
    scope: forms_text(longText),
    id_token: forms_text(claimsToken),
    client_info: forms_text(encodedObject),
    refresh_token: forms_text(longText),
    refresh_in: count,
    ext_expires_in: count,
    suberror: forms_text(longText),
});
function readTokenAnswer(body, { url, party }) {
    const document = (0,json/* jsonOf */.o_)(body ?? "");
    if (document === undefined)
        throw network/* networkFailures */.I.broken({ url: (0,quoting/* addressOf */.ci)(url), party });
    return readAnswer(Schema, document, { url, party });
}
function tokenAnswers({ authority, tokenEndpoint }) {
    const configuration = JSON.stringify({
        issuer: authority.host,
        authorization_endpoint: `${authority.host}/authorize`,
        token_endpoint: tokenEndpoint,
        jwks_uri: `${authority.host}/keys`,
    });
    return {
        name: "azsTokenAnswers",
        async sendRequest(request, next) {
            if (request.method === "GET") {
                const headers = (0,esm/* createHttpHeaders */.Nc)({ "content-type": "application/json" });
                return { request, status: 200, headers, bodyAsText: configuration };
            }
            const response = await next(request);
            (0,responses/* checkAnswer */.dG)(response, authority.party);
            readTokenAnswer(response.bodyAsText, { url: request.url, party: authority.party });
            return response;
        },
    };
}

;// CONCATENATED MODULE: ./build/identity/resource-grant.js



const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
async function grantForResource(stamp, credential, channel) {
    const url = stamp.tokenEndpoint;
    const response = await channel.post(url, {
        client_id: (0,inputs_credential/* applicationOf */.KM)(credential),
        resource: stamp.audience,
        ...(await grantOf(stamp, credential)),
    });
    const { access_token: token, expires_in: seconds, ...refusal } = readTokenAnswer(response.bodyAsText, { url, party: stamp.authority.party });
    if (token === undefined)
        throw new Error(refusal.error_description ?? refusal.error ?? "no token and no error");
    return { token, expiresOnTimestamp: Date.now() + seconds * 1000 };
}
async function grantOf(stamp, credential) {
    const application = { grant_type: "client_credentials" };
    switch (credential.kind) {
        case "secret":
            return { ...application, client_secret: credential.secret };
        case "certificate": {
            const { clientId, certificate } = credential;
            const assertion = await adfsAssertion(stamp.tokenEndpoint, clientId, certificate);
            return { ...application, client_assertion_type: ASSERTION_TYPE, client_assertion: assertion };
        }
        case "password":
            return {
                grant_type: "password",
                username: credential.username,
                password: credential.password,
            };
    }
}

;// CONCATENATED MODULE: ./build/identity/token.js












async function acquireToken(stamp, credential, network) {
    const { host } = new URL(stamp.tokenEndpoint);
    const channel = openChannel(network, {
        allows: (other) => other === host,
        named: host,
        partyOf: () => stamp.authority.party,
    });
    const client = await tokenCredential(stamp, credential, channel);
    try {
        const token = await client.getToken(`${stamp.audience}/.default`);
        if (token === null)
            throw new Error("the authority answered without a token");
        return readLogin(token, false, stamp);
    }
    catch (error) {
        const failure = token_failureOf(error, credential, stamp, channel);
        if (failure.code !== SCOPE_REFUSED || credential.kind === "oidc")
            throw failure;
    }
    try {
        const token = await grantForResource(stamp, credential, channel);
        return readLogin(token, true, stamp);
    }
    catch (error) {
        throw token_failureOf(error, credential, stamp, channel);
    }
}
const SCOPE_REFUSED = errors_identity/* identityFailures */._.defaultScopeRefused.code;
function token_failureOf(error, credential, stamp, channel) {
    if (error instanceof failure/* Failure */.H)
        return error;
    return channel.failure() ?? refusedLogin(error, credential, stamp);
}
async function tokenCredential(stamp, credential, channel) {
    const identity = await Promise.all(/* import() */[__webpack_require__.e(653), __webpack_require__.e(738), __webpack_require__.e(483)]).then(__webpack_require__.bind(__webpack_require__, 483));
    const clientId = (0,inputs_credential/* applicationOf */.KM)(credential);
    const adfs = stamp.authority.identityProvider === "adfs";
    const tenant = adfs ? "adfs" : stamp.tenant;
    const { additionalPolicies = [], ...clientOptions } = channel.clientOptions;
    const options = {
        ...clientOptions,
        additionalPolicies: [...additionalPolicies, { policy: tokenAnswers(stamp), position: "perCall" }],
        authorityHost: new URL(networkEndpoint(stamp.authority)).origin,
        disableInstanceDiscovery: true,
    };
    const withAssertion = (assertion) => new identity.ClientAssertionCredential(tenant, clientId, async () => assertion, options);
    switch (credential.kind) {
        case "secret":
            return new identity.ClientSecretCredential(tenant, clientId, credential.secret, options);
        case "certificate": {
            const { certificate } = credential;
            if (!adfs) {
                return new identity.ClientCertificateCredential(tenant, clientId, { certificate: certificate.pem }, options);
            }
            return withAssertion(await adfsAssertion(stamp.tokenEndpoint, clientId, certificate));
        }
        case "oidc":
            if (adfs)
                throw errors_identity/* identityFailures */._.noFederation({ clientId, authority: stamp.authority.host });
            if (!stamp.authority.established)
                throw errors_identity/* identityFailures */._.idTokenAbroad({ authority: stamp.authority.host });
            return withAssertion(await credential.assertion());
        case "password": {
            const { username, password } = credential;
            return new identity.UsernamePasswordCredential(tenant, clientId, username, password, options);
        }
    }
}
const Claims = object({
    oid: textOnly(plainWord),
    tid: textOnly(plainWord),
    upn: textOnly(longText),
    unique_name: textOnly(longText),
});
function readLogin(token, resourceGrant, { authority }) {
    const from = { url: authority.loginEndpoint, party: authority.party };
    const claims = readAnswer(object({ token: Claims }), { token: (0,json/* claimsOf */.ds)(token.token) }, from).token;
    const name = claims.upn ?? claims.unique_name;
    return {
        token,
        objectId: claims.oid !== undefined && objectId.fits(claims.oid) ? claims.oid : "",
        userName: name === undefined ? undefined : plainText(name),
        tenantId: claims.tid !== undefined && guid.fits(claims.tid) ? claims.tid : undefined,
        resourceGrant,
    };
}

;// CONCATENATED MODULE: ./build/job/device-code.js









async function logInPerson(az, { setUpCloud }, credential, profile, stamp, host, deadline) {
    if (az.description === undefined)
        throw azFailures.pythonUnknown({ az: az.path });
    await setUpCloud(az, stamp, profile);
    const login = { ...loginWithDeviceCode(stamp), heard: teller(host.notice) };
    const { exitCode, errors, reason, ...rest } = await deadline.aside(() => within(LONGEST_LOGIN_MS, runAsKnown(az, login, host.debug), () => {
        return refusedLogin(new Error("(nothing: it was still waiting)"), credential, stamp, "expired_token");
    }));
    if (exitCode !== 0) {
        const refused = reason !== "" || /\b(AADSTS|MSIS)\d+/.test(errors);
        if (!refused)
            throw explain(login, { errors, ...rest }, az, profile);
        throw refusedLogin(new Error(lastWords(errors)), credential, stamp, reason);
    }
    return readLogin(await tokenOf(az, stamp, profile, host), false, stamp);
}
const LONGEST_LOGIN_MS = 16 * 60_000;
async function within(milliseconds, work, failure) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(failure()), milliseconds);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
const MOST_NOTICES = 3;
const LONGEST_NOTICE = 1000;
function teller(notice) {
    const shown = new Set();
    return (text) => {
        const words = (0,external_node_util_.stripVTControlCharacters)(text)
            .replaceAll(/\s+/g, " ")
            .trim()
            .replace(/^WARNING: /, "")
            .slice(0, LONGEST_NOTICE);
        if (!/https?:\/\//.test(words) || shown.has(words) || shown.size === MOST_NOTICES)
            return;
        shown.add(words);
        notice(words);
    };
}
async function tokenOf(az, stamp, profile, host) {
    const command = getAccessToken(stamp);
    const result = await runAsKnown(az, command, host.debug);
    if (result.exitCode !== 0)
        throw explain(command, result, az, profile);
    const token = parsedToken(result.output);
    if (token === undefined)
        throw azFailures.commandFailed({ command: command.name, answer: "(no token)" });
    host.mask(token);
    const { exp } = (0,json/* claimsOf */.ds)(token);
    return { token, expiresOnTimestamp: typeof exp === "number" ? exp * 1000 : Number.NaN };
}
function parsedToken(output) {
    try {
        const { accessToken } = Object(JSON.parse(output));
        return typeof accessToken === "string" && bearerToken.fits(accessToken) ? accessToken : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/job/prove.js



async function prove(options, stamp, opening, host, network, deadline) {
    const { credential, profile } = options;
    let az;
    let login;
    if (credential.kind === "device-code") {
        const first = profile === "auto" ? NEWEST_PROFILE : profile;
        az = await opening.serving({ profile: first });
        login = await logInPerson(az, opening, credential, first, stamp, host, deadline);
    }
    else {
        const { environment, signal } = network;
        login = await acquireToken(stamp, credential, { environment, signal });
    }
    host.mask(login.token.token);
    return { az, identity: await proveIdentity(options, stamp, login, network) };
}

;// CONCATENATED MODULE: ./build/job/login-work.js


















async function logInWith(inputs, host, stage, deadline, now) {
    const keep = keepPrivate((0,io_processes/* processes */.u)(host.environment, kind/* UNRECORDED */.ce, deadline.signal), host.environment);
    const login = await withPresentedRoot({ inputs, host, stage, deadline, now, keep });
    const results = await inJobFolder(host, now, keep, (journal) => logIn({ ...login, journal }));
    markComplete(host);
    return async () => {
        const { inOneLine, summarize } = await __webpack_require__.e(/* import() */ 933).then(__webpack_require__.bind(__webpack_require__, 933));
        host.info(inOneLine(results));
        await summarize(results, host).catch((error) => host.warning(`No job summary: ${error.message}`));
    };
}
async function withPresentedRoot(login) {
    const { inputs, host, stage, deadline, now } = login;
    const { caFingerprint, roots, warnings } = inputs;
    if (caFingerprint === undefined || roots.length > 0)
        return login;
    const network = { environment: host.environment, signal: deadline.signal };
    const presented = await stage("root", () => readPresentedRoot(inputs, caFingerprint, network, now), ({ root }) => root.subject);
    return { ...login, inputs: { ...inputs, roots: [presented.root], warnings: [...warnings, ...presented.warnings] } };
}
async function logIn(job) {
    const { inputs, host, journal } = job;
    if (inputs.credential.kind === "certificate")
        host.mask(inputs.credential.certificate.privateKey);
    for (const warning of inputs.warnings)
        host.warning(warning);
    const { trust, opening } = await login_work_open(job);
    try {
        const { stamp, identity, az } = await proveToStamp(job, opening);
        for (const warning of await trust.write(az.description?.certifi))
            host.warning(warning);
        const files = await writeFiles(job, stamp, identity);
        const bundle = await applyLogin(job, trust, az, identity, () => opening.logIn(az, stamp, identity, files?.pem));
        await opening.finish(az, identity.profile);
        const results = {
            inputs,
            stamp,
            identity,
            az,
            bundle,
            files,
            renewal: await renewalOf(job, identity, az),
        };
        await exportResults(results, host, journal);
        return results;
    }
    finally {
        await opening.close();
    }
}
async function login_work_open({ inputs, host, journal, deadline, now }) {
    const { environment } = host;
    const started = (0,io_processes/* processes */.u)(environment, journal, deadline.signal);
    const shared = sharedFiles(started, external_node_path_.basename(journal.folder), journal);
    const machine = { shared, processes: started, environment, folder: journal.folder, now, isOver: lives/* isOver */.PU };
    const trust = await openTrust(inputs, host, journal, machine);
    const opened = await openAz(inputs, trust.bundle, journal, machine, host, deadline);
    const opening = {
        ...opened,
        async serving(need) {
            const az = await opened.serving(need);
            await trust.write(az.description?.certifi);
            return az;
        },
    };
    return { trust, opening };
}
async function proveToStamp({ inputs, host, stage, deadline }, opening) {
    const network = { environment: host.environment, signal: deadline.signal, roots: inputs.roots };
    const stamp = await stage("stamp", () => discoverStamp(inputs, network), ({ endpoint, tenant, authority }) => `${endpoint}, tenant ${tenant} at ${authority.loginEndpoint}`);
    const { identity, az } = await stage("identity", () => prove(inputs, stamp, opening, host, network, deadline), ({ identity: { subscription, profile } }) => `${(0,inputs_credential/* bearerOf */.DH)(inputs.credential)} in ${subscription === undefined ? "no subscription" : `"${subscription.name}"`}, profile ${profile}`);
    for (const warning of identity.warnings)
        host.warning(warning);
    for (const assumed of identity.assumed)
        host.info(assumed);
    return { stamp, identity, az: az ?? (await opening.serving(identity)) };
}
async function writeFiles({ inputs, host, stage, journal, keep }, { endpoint }, identity) {
    const { credential, sampleConfig } = inputs;
    const files = await writeCredentialFiles(credential, journal.folder);
    if (sampleConfig !== undefined) {
        const config = samplesOf(credential, identity, endpoint, files);
        const write = () => writeSamples(sampleConfig, config, journal, host.warning, keep);
        await stage("sample-config", write, () => sampleConfig);
    }
    return files;
}
async function applyLogin({ stage, deadline }, trust, az, { registerProviders }, logInAz) {
    const stop = new AbortController();
    const azLogin = stage("az", logInAz, () => {
        return `${az.description?.version ?? "of unknown version"} (${az.path}) logged in`;
    });
    const exported = trust.finish(azLogin);
    const work = [
        stage("trust", () => trust.store(az.description?.certifi), (lines) => lines.join("; ") || "no trust store of this machine changed"),
        azLogin,
        exported,
        ...(registerProviders === undefined
            ? []
            : [stage("providers", () => deadline.aside(() => registerProviders(stop.signal)), String)]),
    ];
    await allOrFirstFailure(work, stop);
    return exported;
}
async function renewalOf({ inputs, host, journal, now }, identity, az) {
    const { credential } = inputs;
    if (credential.kind !== "oidc")
        return undefined;
    const { keepIdToken } = await __webpack_require__.e(/* import() */ 294).then(__webpack_require__.bind(__webpack_require__, 5294));
    return keepIdToken(credential, identity, az, host, journal.folder, now);
}


/***/ })

};
