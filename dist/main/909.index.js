export const id = 909;
export const ids = [909];
export const modules = {

/***/ 8909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  install: () => (/* binding */ install)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors/provision.js
var provision = __webpack_require__(6829);
;// CONCATENATED MODULE: ./build/provision/install-failure.js

const UNREACHABLE = /Retrying \(Retry|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|Max retries exceeded|HTTP error 5\d\d|HTTP error 40[137]|407 Proxy Authentication|Name or service not known|Temporary failure in name resolution/i;
const MISSING = /No matching distribution found|Could not find a version that satisfies/i;
const MOST_NAMED = 12;
function explainInstall(version, outcome, python) {
    const { failed = "", missing, mismatch, expected, got } = outcome;
    if (mismatch !== undefined) {
        const answer = `${mismatch} has sha256:${got}, not ${expected?.map((hash) => `sha256:${hash}`).join(" or ")}`;
        return provision/* provisionFailures */.X.hashMismatch({ version, answer });
    }
    if (missing !== undefined) {
        const more = missing.length > MOST_NAMED ? `, and ${missing.length - MOST_NAMED} more` : "";
        const answer = `${missing.slice(0, MOST_NAMED).join(", ")}${more}`;
        return provision/* provisionFailures */.X.packageMissing({ version, python, answer });
    }
    const answer = lastWords(failed);
    if (/DO NOT MATCH THE HASHES/i.test(failed)) {
        return provision/* provisionFailures */.X.hashMismatch({ version, answer: mismatchIn(failed) ?? answer });
    }
    if (UNREACHABLE.test(failed)) {
        return provision/* provisionFailures */.X.indexUnreachable({ version, answer: brokenConnection(failed) ?? answer });
    }
    if (MISSING.test(failed))
        return provision/* provisionFailures */.X.packageMissing({ version, python, answer });
    return provision/* provisionFailures */.X.installFailed({ version, answer });
}
function mismatchIn(said) {
    const lines = cleaned(said);
    const at = lines.findIndex((line) => /DO NOT MATCH THE HASHES/i.test(line));
    const facts = lines
        .slice(at)
        .filter((line) => /Expected|Got|sha256:/.test(line) || (line.endsWith(":") && /\bfrom\b/.test(line)));
    return facts.length > 0 ? shortened(facts.slice(0, 8).join(" ")) : undefined;
}
function brokenConnection(said) {
    const [before, after] = ["connection broken by '", "': "];
    for (const line of cleaned(said)) {
        const [start, end] = [line.indexOf(before), line.lastIndexOf(after)];
        if (start >= 0 && end > start)
            return shortened(line.slice(start + before.length, end));
    }
    return undefined;
}
function lastWords(said) {
    const lines = cleaned(said).filter((line) => !line.includes("Ignored the following"));
    const errors = lines.filter((line) => /^ERROR/.test(line));
    return shortened((errors.length > 0 ? errors : lines).slice(-4).join(" ") || "(it said nothing)");
}
function cleaned(said) {
    return said
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
}
function shortened(text) {
    const safe = text.replaceAll(/\S+/g, withoutUser);
    return safe.length > 600 ? `${safe.slice(0, 600)}…` : safe;
}
function withoutUser(word) {
    const [start, end] = [/https?:\/\//.exec(word), word.lastIndexOf("@")];
    const from = (start?.index ?? 0) + (start?.[0].length ?? 0);
    return start === null || end < from ? word : `${word.slice(0, from)}***${word.slice(end)}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js + 1 modules
var io = __webpack_require__(669);
;// CONCATENATED MODULE: ./build/provision/pythons.js



async function findPython(minors, own, toolCache, processes) {
    const found = [];
    let possible;
    const seen = new Set();
    for (const candidate of [
        ...(await onPath(minors)),
        ...(own === undefined ? [] : [own]),
        ...(await cached(toolCache)),
    ]) {
        const file = await (0,promises_.realpath)(candidate).catch(() => candidate);
        if (seen.has(file))
            continue;
        seen.add(file);
        const probe = await probed(candidate, processes);
        const obstacle = probe === undefined ? "does not start" : obstacleOf(probe, minors);
        if (probe === undefined || obstacle !== undefined) {
            found.push(`${candidate} (${obstacle})`);
            continue;
        }
        const python = { file: probe.file, version: probe.version.join(".") };
        if (minors.good.includes(probe.version[1]))
            return python;
        possible ??= python;
    }
    return possible ?? { found };
}
function obstacleOf({ version, lacks, implementation }, minors) {
    const name = version.join(".");
    if (implementation !== "cpython")
        return `${implementation} ${name}`;
    if (version[0] !== 3 || ![...minors.good, ...minors.possible].includes(version[1]))
        return `Python ${name}`;
    return lacks.length > 0 ? `Python ${name} without ${lacks.join(", ")}` : undefined;
}
const PROBE = { withinMs: 10_000, mostOutput: 10_000 };
async function probed(file, processes) {
    const script = external_node_path_.join(import.meta.dirname, "probe.py");
    const { exitCode, stdout } = await processes.run(file, ["-I", "-B", script], PROBE);
    if (exitCode !== 0)
        return undefined;
    try {
        const probe = JSON.parse(stdout);
        return probe?.version === undefined ? undefined : probe;
    }
    catch {
        return undefined;
    }
}
async function onPath(minors) {
    const names = ["python3", "python", ...[...minors.good, ...minors.possible].map((minor) => `python3.${minor}`)];
    return (await Promise.all(names.map((name) => (0,io/* which */.K7)(name)))).filter((file) => file !== "");
}
async function cached(toolCache) {
    if (toolCache === undefined)
        return [];
    const versions = await (0,promises_.readdir)(external_node_path_.join(toolCache, "Python")).catch(() => []);
    const newest = versions.toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }));
    const program = process.platform === "win32" ? "python.exe" : external_node_path_.join("bin", "python3");
    return newest.map((version) => external_node_path_.join(toolCache, "Python", version, process.arch, program));
}

;// CONCATENATED MODULE: ./build/provision/install.js




const PIP = "pip-25.0.1-py3-none-any.whl";
const INSTALL_MS = 15 * 60_000;
const MINORS = {
    "2.66.2": { good: [12, 11, 10, 9, 8], possible: [13] },
    "2.29.2": { good: [10, 9, 8], possible: [11, 12, 13] },
};
const ANY_MINOR = { good: [12, 11, 10, 9, 8], possible: [13] };
async function install(installation) {
    const { version, folder, report } = installation;
    const python = await pythonFor(installation);
    report(`az: installing ${version} on Python ${python.version} (${python.file}) into ${folder}`);
    const { outcome, ended } = await runScript(python, installation);
    if (outcome.done)
        return;
    const said = outcome.failed ?? JSON.stringify(outcome);
    installation.debug(said);
    if (ended !== undefined)
        throw provision/* provisionFailures */.X.endless({ version, ended: ended.reason, answer: lastWords(said) });
    const { platform, arch } = process;
    throw explainInstall(version, outcome, `${python.version} (${python.file}, ${platform} ${arch})`);
}
async function pythonFor({ version, ownPython, toolCache, processes }) {
    const minors = MINORS[version] ?? ANY_MINOR;
    const python = await findPython(minors, ownPython, toolCache, processes);
    if ("file" in python)
        return python;
    const all = [...minors.good, ...minors.possible].toSorted((one, other) => one - other);
    throw provision/* provisionFailures */.X.noPython({
        version,
        wanted: `3.${all.at(0)} to 3.${all.at(-1)}`,
        found: python.found.join(", ") || "none",
    });
}
async function runScript(python, installation) {
    const { version, profile, locked, folder, wheels, processes, report } = installation;
    const script = external_node_path_.join(import.meta.dirname, "provision.py");
    const installer = await processes.start(python.file, ["-I", "-B", "-u", script]);
    if (installer === undefined)
        return { outcome: { failed: `${python.file} does not start` } };
    const order = {
        folder,
        requirement: `azure-cli==${version}`,
        lock: locked?.requirements ?? null,
        contents: locked?.contents ?? null,
        profile,
        pip: external_node_path_.join(import.meta.dirname, PIP),
        wheels: null,
        index: null,
        ...asOrder(wheels),
    };
    installer.say(JSON.stringify(order));
    const outcome = await installer.within(INSTALL_MS, () => outcomeOf(installer, report));
    const said = await installer.end();
    if (outcome.failed === undefined)
        return { outcome };
    return { outcome: { failed: `${outcome.failed}\n${said}` }, ended: installer.ended() };
}
async function outcomeOf({ next }, report) {
    let outcome = { failed: "it ended without output" };
    for (let line = await next(); line !== undefined; line = await next()) {
        const message = readMessage(line);
        if (message?.progress !== undefined)
            report(`az: ${message.progress}`);
        else if (message !== undefined)
            outcome = message;
    }
    return outcome;
}
function readMessage(line) {
    try {
        const message = JSON.parse(line);
        return typeof message === "object" && message !== null ? message : undefined;
    }
    catch {
        return undefined;
    }
}
function asOrder(wheels) {
    if (wheels === undefined)
        return {};
    return "folder" in wheels ? { wheels: wheels.folder } : { index: wheels.index };
}


/***/ })

};
