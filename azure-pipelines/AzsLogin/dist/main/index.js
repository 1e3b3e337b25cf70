import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6037:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {


// Copyright (c) Microsoft. All rights reserved.
// Licensed under the MIT license. See LICENSE file in the project root for full license information.
var __extends = (this && this.__extends) || (function () {
    var extendStatics = function (d, b) {
        extendStatics = Object.setPrototypeOf ||
            ({ __proto__: [] } instanceof Array && function (d, b) { d.__proto__ = b; }) ||
            function (d, b) { for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p]; };
        return extendStatics(d, b);
    };
    return function (d, b) {
        if (typeof b !== "function" && b !== null)
            throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
        extendStatics(d, b);
        function __() { this.constructor = d; }
        d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
    };
})();
var __assign = (this && this.__assign) || function () {
    __assign = Object.assign || function(t) {
        for (var s, i = 1, n = arguments.length; i < n; i++) {
            s = arguments[i];
            for (var p in s) if (Object.prototype.hasOwnProperty.call(s, p))
                t[p] = s[p];
        }
        return t;
    };
    return __assign.apply(this, arguments);
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.errorExternalOutput = exports.warningExternalOutput = exports.debugExternalOutput = exports.writeExternalOutput = exports.createFilteredWriter = exports.filterExternalOutput = exports.createExternalOutputStream = exports.ExternalOutputStream = exports.MarkerFilter = exports.defaultAllowedVsoCommands = void 0;
var stream = __nccwpck_require__(2203);
var im = __nccwpck_require__(8202);
//
// External output filtering.
//
// Azure Pipelines treats a task's stdout both as log text and as a command channel:
// a line containing the marker "##vso[area.event ...]data" is parsed and executed by the
// agent. When a task echoes output that originates from an untrusted source (a remote
// server, a child process, a repository filename, compiler/test output, ...), that source
// can smuggle a "##vso[" marker and make the agent run a command on its behalf.
//
// This module neutralizes markers in such external output before it reaches the agent's
// command parser. By default every marker is blocked (rewritten "##vso[" -> "##_vso[").
// A task may opt a compatibility-sensitive path into a small, explicit allowlist of
// command names; unknown, malformed, or future commands stay blocked.
//
// The filter works on raw bytes (Buffer) so it never corrupts invalid UTF-8, binary
// output, or multibyte characters split across chunk boundaries. It matches the marker
// byte-for-byte, mirroring the agent's Ordinal comparison, so the two agree exactly on
// what a marker is.
//
/** The exact marker bytes the agent recognizes as the start of a command: "##vso[". */
var MARKER = Buffer.from('##vso[', 'ascii');
/** Neutralized form written in place of a blocked marker: "##_vso[". */
var NEUTRALIZED = Buffer.from('##_vso[', 'ascii');
var EMPTY = Buffer.alloc(0);
var SPACE = 0x20;
var RBRACKET = 0x5D; // ]
var CR = 0x0D;
var LF = 0x0A;
// Maximum command-name bytes retained while waiting for a terminator.
var MAX_HEADER = 256;
/** Commands allowed by default once VSO commands are enabled for a path. */
exports.defaultAllowedVsoCommands = Object.freeze(['task.debug', 'task.setprogress']);
function resolveAllowed(options) {
    if (!options.enableVsoCommands) {
        return new Set();
    }
    var list = options.allowedVsoCommands !== undefined
        ? options.allowedVsoCommands
        : exports.defaultAllowedVsoCommands;
    // Command-name comparison is case-insensitive to match the agent's command lookup.
    return new Set(list.map(function (c) { return c.toLowerCase(); }));
}
/**
 * Normalizes a raw command-name token to the agent's canonical "area.event" form, or null
 * when it is not a valid command name. Mirrors the agent's Split('.', RemoveEmptyEntries)
 * with a required length of exactly two non-empty segments.
 */
function canonicalCommandName(raw) {
    var parts = raw.split('.').filter(function (p) { return p.length > 0; });
    if (parts.length !== 2) {
        return null;
    }
    return (parts[0] + '.' + parts[1]).toLowerCase();
}
/** Returns the longest suffix of buf that is a proper marker prefix. */
function partialMarkerSuffixLength(buf) {
    var max = Math.min(MARKER.length - 1, buf.length);
    for (var k = max; k >= 1; k--) {
        if (buf.compare(MARKER, 0, k, buf.length - k, buf.length) === 0) {
            return k;
        }
    }
    return 0;
}
/**
 * Locates the end of a command-name header that starts at `start` (the byte after a marker).
 * The name ends at the first space or ']'. A CR or LF is also reported as a terminator with
 * newline=true so the caller can fail closed. Scans at most MAX_HEADER bytes; term is -1 when
 * no terminator is found within that bound (or before the buffer ends).
 */
function scanHeader(buf, start) {
    var limit = Math.min(buf.length, start + MAX_HEADER);
    for (var k = start; k < limit; k++) {
        var b = buf[k];
        if (b === SPACE || b === RBRACKET) {
            return { term: k, newline: false };
        }
        if (b === CR || b === LF) {
            return { term: k, newline: true };
        }
    }
    return { term: -1, newline: false };
}
/**
 * Stateful, byte-level marker filter. Feed bytes with push() and finish with flush().
 * Retains only the minimal bytes needed to resolve a marker that straddles a chunk
 * boundary, so memory stays bounded regardless of input size.
 */
var MarkerFilter = /** @class */ (function () {
    function MarkerFilter(enabled, allowed) {
        this.enabled = enabled;
        this.allowed = allowed;
        this.pending = EMPTY;
    }
    MarkerFilter.prototype.push = function (chunk) {
        var buf = this.pending.length ? Buffer.concat([this.pending, chunk]) : chunk;
        this.pending = EMPTY;
        var out = [];
        var pos = 0;
        while (pos < buf.length) {
            var idx = buf.indexOf(MARKER, pos);
            if (idx === -1) {
                // No complete marker remains. Retain a possible partial marker at the tail so
                // it can be completed by the next chunk; emit everything before it.
                var keep = Math.min(partialMarkerSuffixLength(buf), buf.length - pos);
                var emitEnd = buf.length - keep;
                if (emitEnd > pos) {
                    out.push(pos === 0 && emitEnd === buf.length ? buf : buf.subarray(pos, emitEnd));
                }
                this.pending = keep ? buf.subarray(buf.length - keep) : EMPTY;
                break;
            }
            if (idx > pos) {
                out.push(buf.subarray(pos, idx));
            }
            var afterMarker = idx + MARKER.length;
            if (!this.enabled) {
                out.push(NEUTRALIZED);
                pos = afterMarker;
                continue;
            }
            // Enabled: read the command name (up to the first space or ']') and allow the marker
            // only when that name is allowlisted.
            var _a = scanHeader(buf, afterMarker), term = _a.term, newline = _a.newline;
            if (term === -1) {
                if (buf.length - afterMarker >= MAX_HEADER) {
                    // No terminator within the bound: fail closed.
                    out.push(NEUTRALIZED);
                    pos = afterMarker;
                    continue;
                }
                // Header may complete in a later chunk; retain from the marker start.
                this.pending = buf.subarray(idx);
                break;
            }
            // A CR/LF before the terminator means the agent (which parses per line) would never
            // treat this as a command, so we fail closed and neutralize.
            if (newline) {
                out.push(NEUTRALIZED);
                pos = afterMarker;
                continue;
            }
            var name_1 = canonicalCommandName(buf.toString('utf8', afterMarker, term));
            // Allowlisted markers pass unchanged; the header/data after them flow through as
            // ordinary bytes and any later markers are evaluated independently.
            out.push(name_1 && this.allowed.has(name_1) ? MARKER : NEUTRALIZED);
            pos = afterMarker;
        }
        if (out.length === 0) {
            return EMPTY;
        }
        if (out.length === 1) {
            var only = out[0];
            // Never expose module-level buffers that callers could mutate globally.
            return only === NEUTRALIZED || only === MARKER ? Buffer.from(only) : only;
        }
        return Buffer.concat(out);
    };
    MarkerFilter.prototype.flush = function () {
        var p = this.pending;
        this.pending = EMPTY;
        if (p.length === 0) {
            return EMPTY;
        }
        // An incomplete command candidate that begins with the full marker is neutralized.
        if (this.enabled && p.length >= MARKER.length && p.subarray(0, MARKER.length).equals(MARKER)) {
            return Buffer.concat([NEUTRALIZED, p.subarray(MARKER.length)]);
        }
        // A partial marker (fewer than the full bytes) cannot be executed by the agent, so it
        // is safe to emit unchanged.
        return p;
    };
    return MarkerFilter;
}());
exports.MarkerFilter = MarkerFilter;
/**
 * A Transform stream that neutralizes VSO command markers in external output. Pipe untrusted
 * output into it; it writes filtered bytes to its readable side (and, via
 * createExternalOutputStream, on to the destination).
 */
var ExternalOutputStream = /** @class */ (function (_super) {
    __extends(ExternalOutputStream, _super);
    function ExternalOutputStream(options) {
        var _this = _super.call(this) || this;
        _this.markerFilter = new MarkerFilter(!!options.enableVsoCommands, resolveAllowed(options));
        return _this;
    }
    ExternalOutputStream.prototype._transform = function (chunk, _encoding, callback) {
        try {
            var buf = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk), 'utf8');
            var out = this.markerFilter.push(buf);
            if (out.length) {
                this.push(out);
            }
            callback();
        }
        catch (err) {
            // Fail closed: never recover by emitting the original marker.
            callback(err);
        }
    };
    ExternalOutputStream.prototype._flush = function (callback) {
        try {
            var out = this.markerFilter.flush();
            if (out.length) {
                this.push(out);
            }
            callback();
        }
        catch (err) {
            callback(err);
        }
    };
    return ExternalOutputStream;
}(stream.Transform));
exports.ExternalOutputStream = ExternalOutputStream;
/**
 * Creates a filtering stream for external output and pipes it to the destination
 * (default process.stdout). Pipe untrusted output into the returned stream, e.g.
 * `jenkinsResponse.pipe(tl.createExternalOutputStream({ source: 'remote' }))`.
 */
function createExternalOutputStream(options) {
    var filterStream = new ExternalOutputStream(options);
    var destination = options.destination || process.stdout;
    // Do not end the shared destination (e.g. process.stdout) when the source ends.
    filterStream.pipe(destination, { end: false });
    return filterStream;
}
exports.createExternalOutputStream = createExternalOutputStream;
/** Filters one complete value for internal task-lib consumers. */
function filterExternalOutput(data, options) {
    var filter = new MarkerFilter(!!options.enableVsoCommands, resolveAllowed(options));
    var buf = Buffer.isBuffer(data) ? data : Buffer.from(String(data), 'utf8');
    var filtered = filter.push(buf);
    var pending = filter.flush();
    return pending.length ? Buffer.concat([filtered, pending]) : filtered;
}
exports.filterExternalOutput = filterExternalOutput;
/** Creates a stateful writer for internal consumers that receive output in chunks. */
function createFilteredWriter(options, destination) {
    var filter = new MarkerFilter(!!options.enableVsoCommands, resolveAllowed(options));
    var ended = false;
    return {
        write: function (data) {
            if (ended) {
                throw new Error('Cannot write after end');
            }
            var buf = Buffer.isBuffer(data) ? data : Buffer.from(String(data), 'utf8');
            var filtered = filter.push(buf);
            if (filtered.length) {
                destination.write(filtered);
            }
        },
        end: function () {
            if (ended) {
                return;
            }
            ended = true;
            var pending = filter.flush();
            if (pending.length) {
                destination.write(pending);
            }
        }
    };
}
exports.createFilteredWriter = createFilteredWriter;
/** Filters external output before writing it or submitting it through a task-lib logger. */
function logExternalOutput(message, options) {
    var filtered = filterExternalOutput(message, options);
    switch (options.type) {
        case 'raw':
            var destination = options.destination || process.stdout;
            destination.write(filtered);
            break;
        case 'debug':
            im._debug(filtered.toString('utf8'));
            break;
        case 'warning':
            im._warning(filtered.toString('utf8'), options.issueSource, options.auditAction);
            break;
        case 'error':
            im._error(filtered.toString('utf8'), options.issueSource, options.auditAction);
            break;
    }
}
/** Filters external output and writes it directly to the configured destination. */
function writeExternalOutput(message, options) {
    logExternalOutput(message, __assign(__assign({}, options), { type: 'raw' }));
}
exports.writeExternalOutput = writeExternalOutput;
/** Filters external output and submits it through the task-lib debug logger. */
function debugExternalOutput(message, options) {
    logExternalOutput(message, __assign(__assign({}, options), { type: 'debug' }));
}
exports.debugExternalOutput = debugExternalOutput;
/** Filters external output and submits it through the task-lib warning logger. */
function warningExternalOutput(message, options) {
    logExternalOutput(message, __assign(__assign({}, options), { type: 'warning' }));
}
exports.warningExternalOutput = warningExternalOutput;
/** Filters external output and submits it through the task-lib error logger. */
function errorExternalOutput(message, options) {
    logExternalOutput(message, __assign(__assign({}, options), { type: 'error' }));
}
exports.errorExternalOutput = errorExternalOutput;


/***/ }),

/***/ 8202:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


var _a, _b;
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isSigPipeError = exports._exposeCertSettings = exports._exposeProxySettings = exports._normalizeSeparators = exports._isRooted = exports._getDirectoryName = exports._ensureRooted = exports._isUncPath = exports._loadData = exports._ensurePatternRooted = exports._getFindInfoFromPattern = exports._cloneMatchOptions = exports._legacyFindFiles_convertPatternToRegExp = exports._which = exports._checkPath = exports._exist = exports._debug = exports._error = exports._warning = exports._command = exports._getVariableKey = exports._getVariable = exports._loc = exports._setResourcePath = exports._setErrStream = exports._setStdStream = exports._writeLine = exports._truncateBeforeSensitiveKeyword = exports._endsWith = exports._startsWith = exports.IssueAuditAction = exports.IssueSource = exports._vault = exports._knownVariableMap = void 0;
var fs = __nccwpck_require__(9896);
var path = __nccwpck_require__(6928);
var os = __nccwpck_require__(857);
var minimatch = __nccwpck_require__(3772);
var util = __nccwpck_require__(9023);
var tcm = __nccwpck_require__(8373);
var vm = __nccwpck_require__(4059);
var semver = __nccwpck_require__(7763);
var crypto = __nccwpck_require__(6982);
var libResource = __nccwpck_require__(7137);
/**
 * Hash table of known variable info. The formatted env var name is the lookup key.
 *
 * The purpose of this hash table is to keep track of known variables. The hash table
 * needs to be maintained for multiple reasons:
 *  1) to distinguish between env vars and job vars
 *  2) to distinguish between secret vars and public
 *  3) to know the real variable name and not just the formatted env var name.
 */
exports._knownVariableMap = {};
var _commandCorrelationId;
//-----------------------------------------------------
// Enums
//-----------------------------------------------------
var IssueSource;
(function (IssueSource) {
    IssueSource["CustomerScript"] = "CustomerScript";
    IssueSource["TaskInternal"] = "TaskInternal";
})(IssueSource = exports.IssueSource || (exports.IssueSource = {}));
var IssueAuditAction;
(function (IssueAuditAction) {
    IssueAuditAction[IssueAuditAction["Unknown"] = 0] = "Unknown";
    IssueAuditAction[IssueAuditAction["ShellTasksValidation"] = 1] = "ShellTasksValidation";
})(IssueAuditAction = exports.IssueAuditAction || (exports.IssueAuditAction = {}));
//-----------------------------------------------------
// Validation Checks
//-----------------------------------------------------
// async await needs generators in node 4.x+
if (semver.lt(process.versions.node, '4.2.0')) {
    _warning('Tasks require a new agent.  Upgrade your agent or node to 4.2.0 or later', IssueSource.TaskInternal);
}
//-----------------------------------------------------
// String convenience
//-----------------------------------------------------
function _startsWith(str, start) {
    return str.slice(0, start.length) == start;
}
exports._startsWith = _startsWith;
function _endsWith(str, end) {
    return str.slice(-end.length) == end;
}
exports._endsWith = _endsWith;
function _truncateBeforeSensitiveKeyword(str, sensitiveKeywordsPattern) {
    if (!str) {
        return str;
    }
    var index = str.search(sensitiveKeywordsPattern);
    if (index <= 0) {
        return str;
    }
    return "".concat(str.substring(0, index), "...");
}
exports._truncateBeforeSensitiveKeyword = _truncateBeforeSensitiveKeyword;
//-----------------------------------------------------
// General Helpers
//-----------------------------------------------------
var _outStream = process.stdout;
var _errStream = process.stderr;
function _writeLine(str) {
    _outStream.write(str + os.EOL);
}
exports._writeLine = _writeLine;
function _setStdStream(stdStream) {
    _outStream = stdStream;
}
exports._setStdStream = _setStdStream;
function _setErrStream(errStream) {
    _errStream = errStream;
}
exports._setErrStream = _setErrStream;
//-----------------------------------------------------
// Loc Helpers
//-----------------------------------------------------
var _locStringCache = {};
var _resourceFiles = {};
var _libResourceFileLoaded = false;
var _resourceCulture = 'en-US';
function _getLocStrings(resourceJson, locResourceJson) {
    var locStrings = {};
    if (resourceJson && resourceJson.hasOwnProperty('messages')) {
        for (var key in resourceJson.messages) {
            if (locResourceJson && locResourceJson.hasOwnProperty('loc.messages.' + key)) {
                locStrings[key] = locResourceJson['loc.messages.' + key];
            }
            else {
                locStrings[key] = resourceJson.messages[key];
            }
        }
    }
    return locStrings;
}
function _loadResJson(resjsonFile) {
    var resJson;
    if (_exist(resjsonFile)) {
        var resjsonContent = fs.readFileSync(resjsonFile, 'utf8').toString();
        // remove BOM
        if (resjsonContent.indexOf('\uFEFF') == 0) {
            resjsonContent = resjsonContent.slice(1);
        }
        try {
            resJson = JSON.parse(resjsonContent);
        }
        catch (err) {
            _debug('unable to parse resjson with err: ' + err.message);
        }
    }
    else {
        _debug('.resjson file not found: ' + resjsonFile);
    }
    return resJson;
}
function _loadLocStrings(resourceFile, culture) {
    var locStrings = {};
    if (_exist(resourceFile)) {
        var resourceJson = __WEBPACK_EXTERNAL_createRequire(import.meta.url)(resourceFile);
        if (resourceJson && resourceJson.hasOwnProperty('messages')) {
            var locResourceJson;
            // load up resource resjson for different culture
            var localizedResourceFile = path.join(path.dirname(resourceFile), 'Strings', 'resources.resjson');
            var upperCulture = culture.toUpperCase();
            var cultures = [];
            try {
                cultures = fs.readdirSync(localizedResourceFile);
            }
            catch (ex) { }
            for (var i = 0; i < cultures.length; i++) {
                if (cultures[i].toUpperCase() == upperCulture) {
                    localizedResourceFile = path.join(localizedResourceFile, cultures[i], 'resources.resjson');
                    if (_exist(localizedResourceFile)) {
                        locResourceJson = _loadResJson(localizedResourceFile);
                    }
                    break;
                }
            }
            locStrings = _getLocStrings(resourceJson, locResourceJson);
        }
    }
    else {
        _warning('LIB_ResourceFile does not exist', IssueSource.TaskInternal);
    }
    return locStrings;
}
function _loadEmbeddedLocStrings(resourceData, culture) {
    var localizedResource;
    var upperCulture = culture.toUpperCase();
    var localizedResources = resourceData.localizedMessages || {};
    for (var localizedCulture in localizedResources) {
        if (localizedCulture.toUpperCase() == upperCulture) {
            localizedResource = localizedResources[localizedCulture];
            break;
        }
    }
    return _getLocStrings(resourceData, localizedResource);
}
/**
 * Sets the location of the resources json.  This is typically the task.json file.
 * Call once at the beginning of the script before any calls to loc.
 * @param     path      Full path to the json.
 * @param     ignoreWarnings  Won't throw warnings if path already set.
 * @returns   void
 */
function _setResourcePath(path, ignoreWarnings) {
    if (ignoreWarnings === void 0) { ignoreWarnings = false; }
    if (process.env['TASKLIB_INPROC_UNITS']) {
        _resourceFiles = {};
        _libResourceFileLoaded = false;
        _locStringCache = {};
        _resourceCulture = 'en-US';
    }
    if (!_resourceFiles[path]) {
        _checkPath(path, 'resource file path');
        _resourceFiles[path] = path;
        _debug('adding resource file: ' + path);
        _resourceCulture = _getVariable('system.culture') || _resourceCulture;
        var locStrs = _loadLocStrings(path, _resourceCulture);
        for (var key in locStrs) {
            //cache loc string
            _locStringCache[key] = locStrs[key];
        }
    }
    else {
        if (ignoreWarnings) {
        }
        else {
            _warning(_loc('LIB_ResourceFileAlreadySet', path), IssueSource.TaskInternal);
        }
    }
}
exports._setResourcePath = _setResourcePath;
/**
 * Gets the localized string from the json resource file.  Optionally formats with additional params.
 *
 * @param     key      key of the resources string in the resource file
 * @param     param    additional params for formatting the string
 * @returns   string
 */
function _loc(key) {
    var param = [];
    for (var _i = 1; _i < arguments.length; _i++) {
        param[_i - 1] = arguments[_i];
    }
    if (!_libResourceFileLoaded) {
        // merge loc strings from azure-pipelines-task-lib.
        var libLocStrs = _loadEmbeddedLocStrings(libResource, _resourceCulture);
        for (var libKey in libLocStrs) {
            //cache azure-pipelines-task-lib loc string
            _locStringCache[libKey] = libLocStrs[libKey];
        }
        _libResourceFileLoaded = true;
    }
    var locString;
    ;
    if (_locStringCache.hasOwnProperty(key)) {
        locString = _locStringCache[key];
    }
    else {
        if (Object.keys(_resourceFiles).length <= 0) {
            _warning("Resource file haven't been set, can't find loc string for key: ".concat(key), IssueSource.TaskInternal);
        }
        else {
            _warning("Can't find loc string for key: ".concat(key));
        }
        locString = key;
    }
    if (param.length > 0) {
        return util.format.apply(this, [locString].concat(param));
    }
    else {
        return locString;
    }
}
exports._loc = _loc;
//-----------------------------------------------------
// Input Helpers
//-----------------------------------------------------
/**
 * Gets a variable value that is defined on the build/release definition or set at runtime.
 *
 * @param     name     name of the variable to get
 * @returns   string
 */
function _getVariable(name) {
    var varval;
    // get the metadata
    var info;
    var key = _getVariableKey(name);
    if (exports._knownVariableMap.hasOwnProperty(key)) {
        info = exports._knownVariableMap[key];
    }
    if (info && info.secret) {
        // get the secret value
        varval = exports._vault.retrieveSecret('SECRET_' + key);
    }
    else {
        // get the public value
        varval = process.env[key];
        // fallback for pre 2.104.1 agent
        if (!varval && name.toUpperCase() == 'AGENT.JOBSTATUS') {
            varval = process.env['agent.jobstatus'];
        }
    }
    _debug(name + '=' + varval);
    return varval;
}
exports._getVariable = _getVariable;
function _getVariableKey(name) {
    if (!name) {
        throw new Error(_loc('LIB_ParameterIsRequired', 'name'));
    }
    return name.replace(/\./g, '_').replace(/ /g, '_').toUpperCase();
}
exports._getVariableKey = _getVariableKey;
//-----------------------------------------------------
// Cmd Helpers
//-----------------------------------------------------
function _command(command, properties, message) {
    var taskCmd = new tcm.TaskCommand(command, properties, message);
    _writeLine(taskCmd.toString());
}
exports._command = _command;
function _warning(message, source, auditAction) {
    if (source === void 0) { source = IssueSource.TaskInternal; }
    _command('task.issue', {
        'type': 'warning',
        'source': source,
        'correlationId': _commandCorrelationId,
        'auditAction': auditAction
    }, message);
}
exports._warning = _warning;
function _error(message, source, auditAction) {
    if (source === void 0) { source = IssueSource.TaskInternal; }
    _command('task.issue', {
        'type': 'error',
        'source': source,
        'correlationId': _commandCorrelationId,
        'auditAction': auditAction
    }, message);
}
exports._error = _error;
var debugMode = ((_a = _getVariable('system.debug')) === null || _a === void 0 ? void 0 : _a.toLowerCase()) === 'true';
var shouldCheckDebugMode = ((_b = _getVariable('DistributedTask.Tasks.Node.SkipDebugLogsWhenDebugModeOff')) === null || _b === void 0 ? void 0 : _b.toLowerCase()) === 'true';
function _debug(message) {
    if (!shouldCheckDebugMode
        || (shouldCheckDebugMode && debugMode)) {
        _command('task.debug', null, message);
    }
}
exports._debug = _debug;
// //-----------------------------------------------------
// // Disk Functions
// //-----------------------------------------------------
/**
 * Returns whether a path exists.
 *
 * @param     path      path to check
 * @returns   boolean
 */
function _exist(path) {
    var exist = false;
    try {
        exist = !!(path && fs.statSync(path) != null);
    }
    catch (err) {
        if (err && err.code === 'ENOENT') {
            exist = false;
        }
        else {
            throw err;
        }
    }
    return exist;
}
exports._exist = _exist;
/**
 * Checks whether a path exists.
 * If the path does not exist, it will throw.
 *
 * @param     p         path to check
 * @param     name      name only used in error message to identify the path
 * @returns   void
 */
function _checkPath(p, name) {
    _debug('check path : ' + p);
    if (!_exist(p)) {
        throw new Error(_loc('LIB_PathNotFound', name, p));
    }
}
exports._checkPath = _checkPath;
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool       name of the tool
 * @param     check      whether to check if tool exists
 * @returns   string
 */
function _which(tool, check) {
    if (!tool) {
        throw new Error('parameter \'tool\' is required');
    }
    // recursive when check=true
    if (check) {
        var result = _which(tool, false);
        if (result) {
            return result;
        }
        else {
            if (process.platform == 'win32') {
                throw new Error(_loc('LIB_WhichNotFound_Win', tool));
            }
            else {
                throw new Error(_loc('LIB_WhichNotFound_Linux', tool));
            }
        }
    }
    _debug("which '".concat(tool, "'"));
    try {
        // build the list of extensions to try
        var extensions = [];
        if (process.platform == 'win32' && process.env['PATHEXT']) {
            for (var _i = 0, _a = process.env['PATHEXT'].split(path.delimiter); _i < _a.length; _i++) {
                var extension = _a[_i];
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_isRooted(tool)) {
            var filePath = _tryGetExecutablePath(tool, extensions);
            if (filePath) {
                _debug("found: '".concat(filePath, "'"));
                return filePath;
            }
            _debug('not found');
            return '';
        }
        // if any path separators, return empty
        if (tool.indexOf('/') >= 0 || (process.platform == 'win32' && tool.indexOf('\\') >= 0)) {
            _debug('not found');
            return '';
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a task lib perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the task lib should strive for consistency
        // across platforms.
        var directories = [];
        if (process.env['PATH']) {
            for (var _b = 0, _c = process.env['PATH'].split(path.delimiter); _b < _c.length; _b++) {
                var p = _c[_b];
                if (p) {
                    directories.push(p);
                }
            }
        }
        // return the first match
        for (var _d = 0, directories_1 = directories; _d < directories_1.length; _d++) {
            var directory = directories_1[_d];
            var filePath = _tryGetExecutablePath(directory + path.sep + tool, extensions);
            if (filePath) {
                _debug("found: '".concat(filePath, "'"));
                return filePath;
            }
        }
        _debug('not found');
        return '';
    }
    catch (err) {
        throw new Error(_loc('LIB_OperationFailed', 'which', err.message));
    }
}
exports._which = _which;
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function _tryGetExecutablePath(filePath, extensions) {
    try {
        // test file exists
        var stats = fs.statSync(filePath);
        if (stats.isFile()) {
            if (process.platform == 'win32') {
                // on Windows, test for valid extension
                var isExecutable = false;
                var fileName = path.basename(filePath);
                var dotIndex = fileName.lastIndexOf('.');
                if (dotIndex >= 0) {
                    var upperExt_1 = fileName.substr(dotIndex).toUpperCase();
                    if (extensions.some(function (validExt) { return validExt.toUpperCase() == upperExt_1; })) {
                        return filePath;
                    }
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
    }
    catch (err) {
        if (err.code != 'ENOENT') {
            _debug("Unexpected error attempting to determine if executable file exists '".concat(filePath, "': ").concat(err));
        }
    }
    // try each extension
    var originalFilePath = filePath;
    for (var _i = 0, extensions_1 = extensions; _i < extensions_1.length; _i++) {
        var extension = extensions_1[_i];
        var found = false;
        var filePath_1 = originalFilePath + extension;
        try {
            var stats = fs.statSync(filePath_1);
            if (stats.isFile()) {
                if (process.platform == 'win32') {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        var directory = path.dirname(filePath_1);
                        var upperName = path.basename(filePath_1).toUpperCase();
                        for (var _a = 0, _b = fs.readdirSync(directory); _a < _b.length; _a++) {
                            var actualName = _b[_a];
                            if (upperName == actualName.toUpperCase()) {
                                filePath_1 = path.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        _debug("Unexpected error attempting to determine the actual case of the file '".concat(filePath_1, "': ").concat(err));
                    }
                    return filePath_1;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath_1;
                    }
                }
            }
        }
        catch (err) {
            if (err.code != 'ENOENT') {
                _debug("Unexpected error attempting to determine if executable file exists '".concat(filePath_1, "': ").concat(err));
            }
        }
    }
    return '';
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return (stats.mode & 1) > 0 || ((stats.mode & 8) > 0 && stats.gid === process.getgid()) || ((stats.mode & 64) > 0 && stats.uid === process.getuid());
}
function _legacyFindFiles_convertPatternToRegExp(pattern) {
    pattern = (process.platform == 'win32' ? pattern.replace(/\\/g, '/') : pattern) // normalize separator on Windows
        .replace(/[-\/\\^$*+?.()|[\]{}]/g, '\\$&') // regex escape - from http://stackoverflow.com/questions/3561493/is-there-a-regexp-escape-function-in-javascript
        .replace(/\\\/\\\*\\\*\\\//g, '((\/.+/)|(\/))') // replace directory globstar, e.g. /hello/**/world
        .replace(/\\\*\\\*/g, '.*') // replace remaining globstars with a wildcard that can span directory separators, e.g. /hello/**dll
        .replace(/\\\*/g, '[^\/]*') // replace asterisks with a wildcard that cannot span directory separators, e.g. /hello/*.dll
        .replace(/\\\?/g, '[^\/]'); // replace single character wildcards, e.g. /hello/log?.dll
    pattern = "^".concat(pattern, "$");
    var flags = process.platform == 'win32' ? 'i' : '';
    return new RegExp(pattern, flags);
}
exports._legacyFindFiles_convertPatternToRegExp = _legacyFindFiles_convertPatternToRegExp;
function _cloneMatchOptions(matchOptions) {
    return {
        debug: matchOptions.debug,
        nobrace: matchOptions.nobrace,
        noglobstar: matchOptions.noglobstar,
        dot: matchOptions.dot,
        noext: matchOptions.noext,
        nocase: matchOptions.nocase,
        nonull: matchOptions.nonull,
        matchBase: matchOptions.matchBase,
        nocomment: matchOptions.nocomment,
        nonegate: matchOptions.nonegate,
        flipNegate: matchOptions.flipNegate
    };
}
exports._cloneMatchOptions = _cloneMatchOptions;
function _getFindInfoFromPattern(defaultRoot, pattern, matchOptions) {
    // parameter validation
    if (!defaultRoot) {
        throw new Error('getFindRootFromPattern() parameter defaultRoot cannot be empty');
    }
    if (!pattern) {
        throw new Error('getFindRootFromPattern() parameter pattern cannot be empty');
    }
    if (!matchOptions.nobrace) {
        throw new Error('getFindRootFromPattern() expected matchOptions.nobrace to be true');
    }
    // for the sake of determining the findPath, pretend nocase=false
    matchOptions = _cloneMatchOptions(matchOptions);
    matchOptions.nocase = false;
    // check if basename only and matchBase=true
    if (matchOptions.matchBase &&
        !_isRooted(pattern) &&
        (process.platform == 'win32' ? pattern.replace(/\\/g, '/') : pattern).indexOf('/') < 0) {
        return {
            adjustedPattern: pattern,
            findPath: defaultRoot,
            statOnly: false,
        };
    }
    // the technique applied by this function is to use the information on the Minimatch object determine
    // the findPath. Minimatch breaks the pattern into path segments, and exposes information about which
    // segments are literal vs patterns.
    //
    // note, the technique currently imposes a limitation for drive-relative paths with a glob in the
    // first segment, e.g. C:hello*/world. it's feasible to overcome this limitation, but is left unsolved
    // for now.
    var minimatchObj = new minimatch.Minimatch(pattern, matchOptions);
    // the "set" property is an array of arrays of parsed path segment info. the outer array should only
    // contain one item, otherwise something went wrong. brace expansion can result in multiple arrays,
    // but that should be turned off by the time this function is reached.
    if (minimatchObj.set.length != 1) {
        throw new Error('getFindRootFromPattern() expected Minimatch(...).set.length to be 1. Actual: ' + minimatchObj.set.length);
    }
    var literalSegments = [];
    for (var _i = 0, _a = minimatchObj.set[0]; _i < _a.length; _i++) {
        var parsedSegment = _a[_i];
        if (typeof parsedSegment == 'string') {
            // the item is a string when the original input for the path segment does not contain any
            // unescaped glob characters.
            //
            // note, the string here is already unescaped (i.e. glob escaping removed), so it is ready
            // to pass to find() as-is. for example, an input string 'hello\\*world' => 'hello*world'.
            literalSegments.push(parsedSegment);
            continue;
        }
        break;
    }
    // join the literal segments back together. Minimatch converts '\' to '/' on Windows, then squashes
    // consequetive slashes, and finally splits on slash. this means that UNC format is lost, but can
    // be detected from the original pattern.
    var joinedSegments = literalSegments.join('/');
    if (joinedSegments && process.platform == 'win32' && _startsWith(pattern.replace(/\\/g, '/'), '//')) {
        joinedSegments = '/' + joinedSegments; // restore UNC format
    }
    // determine the find path
    var findPath;
    if (_isRooted(pattern)) { // the pattern was rooted
        findPath = joinedSegments;
    }
    else if (joinedSegments) { // the pattern was not rooted, and literal segments were found
        findPath = _ensureRooted(defaultRoot, joinedSegments);
    }
    else { // the pattern was not rooted, and no literal segments were found
        findPath = defaultRoot;
    }
    // clean up the path
    if (findPath) {
        findPath = _getDirectoryName(_ensureRooted(findPath, '_')); // hack to remove unnecessary trailing slash
        findPath = _normalizeSeparators(findPath); // normalize slashes
    }
    return {
        adjustedPattern: _ensurePatternRooted(defaultRoot, pattern),
        findPath: findPath,
        statOnly: literalSegments.length == minimatchObj.set[0].length,
    };
}
exports._getFindInfoFromPattern = _getFindInfoFromPattern;
function _ensurePatternRooted(root, p) {
    if (!root) {
        throw new Error('ensurePatternRooted() parameter "root" cannot be empty');
    }
    if (!p) {
        throw new Error('ensurePatternRooted() parameter "p" cannot be empty');
    }
    if (_isRooted(p)) {
        return p;
    }
    // normalize root
    root = _normalizeSeparators(root);
    // escape special glob characters
    root = (process.platform == 'win32' ? root : root.replace(/\\/g, '\\\\')) // escape '\' on OSX/Linux
        .replace(/(\[)(?=[^\/]+\])/g, '[[]') // escape '[' when ']' follows within the path segment
        .replace(/\?/g, '[?]') // escape '?'
        .replace(/\*/g, '[*]') // escape '*'
        .replace(/\+\(/g, '[+](') // escape '+('
        .replace(/@\(/g, '[@](') // escape '@('
        .replace(/!\(/g, '[!]('); // escape '!('
    return _ensureRooted(root, p);
}
exports._ensurePatternRooted = _ensurePatternRooted;
//-------------------------------------------------------------------
// Populate the vault with sensitive data.  Inputs and Endpoints
//-------------------------------------------------------------------
function _loadData() {
    // in agent, prefer TempDirectory then workFolder.
    // In interactive dev mode, it won't be
    var keyPath = _getVariable("agent.TempDirectory") || _getVariable("agent.workFolder") || process.cwd();
    exports._vault = new vm.Vault(keyPath);
    exports._knownVariableMap = {};
    _debug('loading inputs and endpoints');
    var loaded = 0;
    for (var envvar in process.env) {
        if (_startsWith(envvar, 'INPUT_') ||
            _startsWith(envvar, 'ENDPOINT_AUTH_') ||
            _startsWith(envvar, 'SECUREFILE_TICKET_') ||
            _startsWith(envvar, 'SECRET_') ||
            _startsWith(envvar, 'VSTS_TASKVARIABLE_')) {
            // Record the secret variable metadata. This is required by getVariable to know whether
            // to retrieve the value from the vault. In a 2.104.1 agent or higher, this metadata will
            // be overwritten when the VSTS_SECRET_VARIABLES env var is processed below.
            if (_startsWith(envvar, 'SECRET_')) {
                var variableName = envvar.substring('SECRET_'.length);
                if (variableName) {
                    // This is technically not the variable name (has underscores instead of dots),
                    // but it's good enough to make getVariable work in a pre-2.104.1 agent where
                    // the VSTS_SECRET_VARIABLES env var is not defined.
                    exports._knownVariableMap[_getVariableKey(variableName)] = { name: variableName, secret: true };
                }
            }
            // store the secret
            var value = process.env[envvar];
            if (value) {
                ++loaded;
                _debug('loading ' + envvar);
                exports._vault.storeSecret(envvar, value);
                delete process.env[envvar];
            }
        }
    }
    _debug('loaded ' + loaded);
    var correlationId = process.env["COMMAND_CORRELATION_ID"];
    delete process.env["COMMAND_CORRELATION_ID"];
    _commandCorrelationId = correlationId ? String(correlationId) : "";
    // store public variable metadata
    var names;
    try {
        names = JSON.parse(process.env['VSTS_PUBLIC_VARIABLES'] || '[]');
    }
    catch (err) {
        throw new Error('Failed to parse VSTS_PUBLIC_VARIABLES as JSON. ' + err); // may occur during interactive testing
    }
    names.forEach(function (name) {
        exports._knownVariableMap[_getVariableKey(name)] = { name: name, secret: false };
    });
    delete process.env['VSTS_PUBLIC_VARIABLES'];
    // store secret variable metadata
    try {
        names = JSON.parse(process.env['VSTS_SECRET_VARIABLES'] || '[]');
    }
    catch (err) {
        throw new Error('Failed to parse VSTS_SECRET_VARIABLES as JSON. ' + err); // may occur during interactive testing
    }
    names.forEach(function (name) {
        exports._knownVariableMap[_getVariableKey(name)] = { name: name, secret: true };
    });
    delete process.env['VSTS_SECRET_VARIABLES'];
    // avoid loading twice (overwrites .taskkey)
    global['_vsts_task_lib_loaded'] = true;
}
exports._loadData = _loadData;
//--------------------------------------------------------------------------------
// Internal path helpers.
//--------------------------------------------------------------------------------
/**
 * Defines if path is unc-path.
 *
 * @param path  a path to a file.
 * @returns     true if path starts with double backslash, otherwise returns false.
 */
function _isUncPath(path) {
    return /^\\\\[^\\]/.test(path);
}
exports._isUncPath = _isUncPath;
function _ensureRooted(root, p) {
    if (!root) {
        throw new Error('ensureRooted() parameter "root" cannot be empty');
    }
    if (!p) {
        throw new Error('ensureRooted() parameter "p" cannot be empty');
    }
    if (_isRooted(p)) {
        return p;
    }
    if (process.platform == 'win32' && root.match(/^[A-Z]:$/i)) { // e.g. C:
        return root + p;
    }
    // ensure root ends with a separator
    if (_endsWith(root, '/') || (process.platform == 'win32' && _endsWith(root, '\\'))) {
        // root already ends with a separator
    }
    else {
        root += path.sep; // append separator
    }
    return root + p;
}
exports._ensureRooted = _ensureRooted;
/**
 * Determines the parent path and trims trailing slashes (when safe). Path separators are normalized
 * in the result. This function works similar to the .NET System.IO.Path.GetDirectoryName() method.
 * For example, C:\hello\world\ returns C:\hello\world (trailing slash removed). Returns empty when
 * no higher directory can be determined.
 */
function _getDirectoryName(p) {
    // short-circuit if empty
    if (!p) {
        return '';
    }
    // normalize separators
    p = _normalizeSeparators(p);
    // on Windows, the goal of this function is to match the behavior of
    // [System.IO.Path]::GetDirectoryName(), e.g.
    //      C:/             =>
    //      C:/hello        => C:\
    //      C:/hello/       => C:\hello
    //      C:/hello/world  => C:\hello
    //      C:/hello/world/ => C:\hello\world
    //      C:              =>
    //      C:hello         => C:
    //      C:hello/        => C:hello
    //      /               =>
    //      /hello          => \
    //      /hello/         => \hello
    //      //hello         =>
    //      //hello/        =>
    //      //hello/world   =>
    //      //hello/world/  => \\hello\world
    //
    // unfortunately, path.dirname() can't simply be used. for example, on Windows
    // it yields different results from Path.GetDirectoryName:
    //      C:/             => C:/
    //      C:/hello        => C:/
    //      C:/hello/       => C:/
    //      C:/hello/world  => C:/hello
    //      C:/hello/world/ => C:/hello
    //      C:              => C:
    //      C:hello         => C:
    //      C:hello/        => C:
    //      /               => /
    //      /hello          => /
    //      /hello/         => /
    //      //hello         => /
    //      //hello/        => /
    //      //hello/world   => //hello/world
    //      //hello/world/  => //hello/world/
    //      //hello/world/again => //hello/world/
    //      //hello/world/again/ => //hello/world/
    //      //hello/world/again/again => //hello/world/again
    //      //hello/world/again/again/ => //hello/world/again
    if (process.platform == 'win32') {
        if (/^[A-Z]:\\?[^\\]+$/i.test(p)) { // e.g. C:\hello or C:hello
            return p.charAt(2) == '\\' ? p.substring(0, 3) : p.substring(0, 2);
        }
        else if (/^[A-Z]:\\?$/i.test(p)) { // e.g. C:\ or C:
            return '';
        }
        var lastSlashIndex = p.lastIndexOf('\\');
        if (lastSlashIndex < 0) { // file name only
            return '';
        }
        else if (p == '\\') { // relative root
            return '';
        }
        else if (lastSlashIndex == 0) { // e.g. \\hello
            return '\\';
        }
        else if (/^\\\\[^\\]+(\\[^\\]*)?$/.test(p)) { // UNC root, e.g. \\hello or \\hello\ or \\hello\world
            return '';
        }
        return p.substring(0, lastSlashIndex); // e.g. hello\world => hello or hello\world\ => hello\world
        // note, this means trailing slashes for non-root directories
        // (i.e. not C:\, \, or \\unc\) will simply be removed.
    }
    // OSX/Linux
    if (p.indexOf('/') < 0) { // file name only
        return '';
    }
    else if (p == '/') {
        return '';
    }
    else if (_endsWith(p, '/')) {
        return p.substring(0, p.length - 1);
    }
    return path.dirname(p);
}
exports._getDirectoryName = _getDirectoryName;
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function _isRooted(p) {
    p = _normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (process.platform == 'win32') {
        return _startsWith(p, '\\') || // e.g. \ or \hello or \\hello
            /^[A-Z]:/i.test(p); // e.g. C: or C:\hello
    }
    return _startsWith(p, '/'); // e.g. /hello
}
exports._isRooted = _isRooted;
function _normalizeSeparators(p) {
    p = p || '';
    if (process.platform == 'win32') {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        var isUnc = /^\\\\+[^\\]/.test(p); // e.g. \\hello
        return (isUnc ? '\\' : '') + p.replace(/\\\\+/g, '\\'); // preserve leading // for UNC
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
exports._normalizeSeparators = _normalizeSeparators;
//-----------------------------------------------------
// Expose proxy information to vsts-node-api
//-----------------------------------------------------
function _exposeProxySettings() {
    var proxyUrl = _getVariable('Agent.ProxyUrl');
    if (proxyUrl && proxyUrl.length > 0) {
        var proxyUsername = _getVariable('Agent.ProxyUsername');
        var proxyPassword = _getVariable('Agent.ProxyPassword');
        var proxyBypassHostsJson = _getVariable('Agent.ProxyBypassList');
        global['_vsts_task_lib_proxy_url'] = proxyUrl;
        global['_vsts_task_lib_proxy_username'] = proxyUsername;
        global['_vsts_task_lib_proxy_bypass'] = proxyBypassHostsJson;
        global['_vsts_task_lib_proxy_password'] = _exposeTaskLibSecret('proxy', proxyPassword || '');
        _debug('expose agent proxy configuration.');
        global['_vsts_task_lib_proxy'] = true;
    }
}
exports._exposeProxySettings = _exposeProxySettings;
//-----------------------------------------------------
// Expose certificate information to vsts-node-api
//-----------------------------------------------------
function _exposeCertSettings() {
    var ca = _getVariable('Agent.CAInfo');
    if (ca) {
        global['_vsts_task_lib_cert_ca'] = ca;
    }
    var clientCert = _getVariable('Agent.ClientCert');
    if (clientCert) {
        var clientCertKey = _getVariable('Agent.ClientCertKey');
        var clientCertArchive = _getVariable('Agent.ClientCertArchive');
        var clientCertPassword = _getVariable('Agent.ClientCertPassword');
        global['_vsts_task_lib_cert_clientcert'] = clientCert;
        global['_vsts_task_lib_cert_key'] = clientCertKey;
        global['_vsts_task_lib_cert_archive'] = clientCertArchive;
        global['_vsts_task_lib_cert_passphrase'] = _exposeTaskLibSecret('cert', clientCertPassword || '');
    }
    if (ca || clientCert) {
        _debug('expose agent certificate configuration.');
        global['_vsts_task_lib_cert'] = true;
    }
    var skipCertValidation = _getVariable('Agent.SkipCertValidation') || 'false';
    if (skipCertValidation) {
        global['_vsts_task_lib_skip_cert_validation'] = skipCertValidation.toUpperCase() === 'TRUE';
    }
}
exports._exposeCertSettings = _exposeCertSettings;
// We store the encryption key on disk and hold the encrypted content and key file in memory
// return base64encoded<keyFilePath>:base64encoded<encryptedContent>
// downstream vsts-node-api will retrieve the secret later
function _exposeTaskLibSecret(keyFile, secret) {
    if (secret) {
        var encryptKey = crypto.randomBytes(32);
        var iv = crypto.randomBytes(16);
        var cipher = crypto.createCipheriv("aes-256-ctr", encryptKey, iv);
        var encryptedContent = cipher.update(secret, "utf8", "hex"); // CodeQL [SM01511] agent need to retrieve password later to connect to proxy server
        encryptedContent += cipher.final("hex");
        var storageFile = path.join(_getVariable('Agent.TempDirectory') || _getVariable("agent.workFolder") || process.cwd(), keyFile);
        var keyAndIv = encryptKey.toString('base64') + ':' + iv.toString('base64');
        fs.writeFileSync(storageFile, keyAndIv, { encoding: 'utf8' });
        return Buffer.from(storageFile).toString('base64') + ':' + Buffer.from(encryptedContent).toString('base64');
    }
}
function isSigPipeError(e) {
    var _a;
    if (!e || typeof e !== 'object') {
        return false;
    }
    return e.code === 'EPIPE' && ((_a = e.syscall) === null || _a === void 0 ? void 0 : _a.toUpperCase()) === 'WRITE';
}
exports.isSigPipeError = isSigPipeError;


/***/ }),

/***/ 7137:
/***/ ((module) => {

// Copyright (c) Microsoft. All rights reserved.
// Licensed under the MIT license. See LICENSE file in the project root for full license information.

// Generated by make.js from lib.json and Strings/resources.resjson.
module.exports = {
  "messages": {
    "LIB_CopyDirectoryWithoutRecursiveOption": "cp: cannot copy a directory '%s' without the recursive option",
    "LIB_CopyFileFailed": "Error while copying the file. Attempts left: %s",
    "LIB_DirectoryStackEmpty": "Directory stack is empty",
    "LIB_EndpointAuthNotExist": "Endpoint auth data not present: %s",
    "LIB_EndpointDataNotExist": "Endpoint data parameter %s not present: %s",
    "LIB_EndpointNotExist": "Endpoint not present: %s",
    "LIB_FailOnCode": "Failure return code: %d",
    "LIB_InputRequired": "Input required: %s",
    "LIB_InvalidEndpointAuth": "Invalid endpoint auth: %s",
    "LIB_InvalidPattern": "Invalid pattern: '%s'",
    "LIB_InvalidSecureFilesInput": "Invalid secure file input: %s",
    "LIB_LocStringNotFound": "Can\\'t find loc string for key: %s",
    "LIB_MergeTestResultNotSupported": "Merging test results from multiple files to one test run is not supported on this version of build agent for OSX/Linux, each test result file will be published as a separate test run in VSO/TFS.",
    "LIB_MkdirFailed": "Unable to create directory '%s'. %s",
    "LIB_MkdirFailedFileExists": "Unable to create directory '%s'. Conflicting file exists: '%s'",
    "LIB_MkdirFailedInvalidDriveRoot": "Unable to create directory '%s'. Root directory does not exist: '%s'",
    "LIB_MkdirFailedInvalidShare": "Unable to create directory '%s'. Unable to verify the directory exists: '%s'. If directory is a file share, please verify the share name is correct, the share is online, and the current process has permission to access the share.",
    "LIB_MultilineSecret": "Secrets cannot contain multiple lines",
    "LIB_NotFoundPreviousDirectory": "Could not find previous directory",
    "LIB_OperationFailed": "Failed %s: %s",
    "LIB_ParameterIsRequired": "%s not supplied",
    "LIB_PathHasNullByte": "Path cannot contain null bytes",
    "LIB_PathIsNotADirectory": "Path is not a directory: %s",
    "LIB_PathNotFound": "Not found %s: %s",
    "LIB_PlatformNotSupported": "Platform not supported: %s",
    "LIB_ProcessError": "There was an error when attempting to execute the process '%s'. This may indicate the process failed to start. Error: %s",
    "LIB_ProcessExitCode": "The process '%s' failed with exit code %s",
    "LIB_ProcessStderr": "The process '%s' failed because one or more lines were written to the STDERR stream",
    "LIB_ResourceFileAlreadySet": "Resource file has already set to: %s",
    "LIB_ResourceFileNotExist": "Resource file doesn\\'t exist: %s",
    "LIB_ResourceFileNotSet": "Resource file haven\\'t set, can\\'t find loc string for key: %s",
    "LIB_ReturnCode": "Return code: %d",
    "LIB_StdioNotClosed": "The STDIO streams did not close within %s seconds of the exit event from process '%s'. This may indicate a child process inherited the STDIO streams and has not yet exited.",
    "LIB_UndefinedNodeVersion": "Node version is undefined.",
    "LIB_UnhandledEx": "Unhandled: %s",
    "LIB_UseFirstGlobMatch": "Multiple workspace matches. using first.",
    "LIB_WhichNotFound_Linux": "Unable to locate executable file: '%s'. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.",
    "LIB_WhichNotFound_Win": "Unable to locate executable file: '%s'. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file."
  },
  "localizedMessages": {
    "de-DE": {
      "loc.messages.LIB_CopyFileFailed": "Fehler beim Kopieren der Datei. Verbleibende Versuche: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "Der Verzeichnisstapel ist leer.",
      "loc.messages.LIB_EndpointAuthNotExist": "Die Endpunkt-Authentifizierungsdatensind nicht vorhanden: %s",
      "loc.messages.LIB_EndpointDataNotExist": "Der Endpunkt-Datenparameter %s ist nicht vorhanden: %s",
      "loc.messages.LIB_EndpointNotExist": "Der Endpunkt ist nicht vorhanden: %s",
      "loc.messages.LIB_FailOnCode": "Fehler beim Rückgabecode: %d",
      "loc.messages.LIB_InputRequired": "Eingabe erforderlich: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "Ungültige Endpunktauthentifizierung: %s",
      "loc.messages.LIB_InvalidPattern": "Ungültiges Muster: \"%s\"",
      "loc.messages.LIB_InvalidSecureFilesInput": "Ungültige sichere Dateiausgabe: %s",
      "loc.messages.LIB_LocStringNotFound": "Die Lokalisierungszeichenfolge für den folgenden Schlüssel wurde nicht gefunden: %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "Das Mergen von Testergebnissen aus mehreren Dateien in einen Testlauf wird von dieser Version des Build-Agents für OSX/Linux nicht unterstützt. Jede Testergebnisdatei wird als separater Testlauf in VSO/TFS veröffentlicht.",
      "loc.messages.LIB_MkdirFailed": "Das Verzeichnis \"%s\" kann nicht erstellt werden. %s",
      "loc.messages.LIB_MkdirFailedFileExists": "Das Verzeichnis \"%s\" kann nicht erstellt werden. Eine in Konflikt stehende Datei ist vorhanden: \"%s\"",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "Das Verzeichnis \"%s\" kann nicht erstellt werden. Das Stammverzeichnis ist nicht vorhanden: %s",
      "loc.messages.LIB_MkdirFailedInvalidShare": "Das Verzeichnis \"%s\" kann nicht erstellt werden. Es kann nicht überprüft werden, ob das Verzeichnis vorhanden ist: {%s}. Wenn das Verzeichnis eine Dateifreigabe ist, stellen Sie sicher, dass der Freigabename richtig, die Freigabe online und der aktuelle Prozess berechtigt ist, auf die Freigabe zuzugreifen.",
      "loc.messages.LIB_MultilineSecret": "Geheimnisse dürfen nicht mehrere Zeilen enthalten",
      "loc.messages.LIB_NotFoundPreviousDirectory": "Vorheriges Verzeichnis wurde nicht gefunden.",
      "loc.messages.LIB_OperationFailed": "Fehler %s: %s",
      "loc.messages.LIB_ParameterIsRequired": "\"%s\" wurde nicht angegeben.",
      "loc.messages.LIB_PathHasNullByte": "Der Pfad darf keine NULL-Bytes enthalten.",
      "loc.messages.LIB_PathIsNotADirectory": "Der Pfad ist kein Verzeichnis: %s",
      "loc.messages.LIB_PathNotFound": "Nicht gefunden %s: %s",
      "loc.messages.LIB_PlatformNotSupported": "Plattform wird nicht unterstützt: %s",
      "loc.messages.LIB_ProcessError": "Fehler beim Ausführen des Prozesses \"%s\". Möglicherweise konnte der Prozess nicht gestartet werden. Fehler: %s",
      "loc.messages.LIB_ProcessExitCode": "Fehler beim Prozess \"%s\" mit Exitcode %s.",
      "loc.messages.LIB_ProcessStderr": "Fehler beim Prozess \"%s\": Mindestens eine Zeile wurde in den STDERR-Datenstrom geschrieben.",
      "loc.messages.LIB_ResourceFileAlreadySet": "Die Ressourcendatei wurde bereits festgelegt auf: %s",
      "loc.messages.LIB_ResourceFileNotExist": "Die Ressourcendatei ist nicht vorhanden: %s",
      "loc.messages.LIB_ResourceFileNotSet": "Die Ressourcendatei wurde nicht festgelegt. Die Lokalisierungszeichenfolge für den folgenden Schlüssel wurde nicht gefunden: %s",
      "loc.messages.LIB_ReturnCode": "Rückgabecode: %d",
      "loc.messages.LIB_StdioNotClosed": "Die STDIO-Datenströme wurden nicht innerhalb von %s Sekunden nach dem Beendigungsereignis aus dem Prozess \"%s\" geschlossen. Möglicherweise hat ein untergeordneter Prozess die STDIO-Datenströme geerbt und wurde noch nicht beendet.",
      "loc.messages.LIB_UndefinedNodeVersion": "Die Knotenversion ist nicht definiert.",
      "loc.messages.LIB_UnhandledEx": "Ausnahmefehler: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "Mehrere Arbeitsbereichübereinstimmungen. Die erste Übereinstimmung wird verwendet.",
      "loc.messages.LIB_WhichNotFound_Linux": "Ausführbare Datei nicht gefunden: '%s'. Prüfen Sie, ob der Dateipfad vorhanden ist oder sich die Datei in einem von der PATH-Umgebungsvariablen angegebenen Verzeichnis befindet. Prüfen Sie zudem den Dateimodus, um sicherzustellen, dass die Datei ausführbar ist.",
      "loc.messages.LIB_WhichNotFound_Win": "Ausführbare Datei nicht gefunden: \"%s\". Prüfen Sie, ob der Dateipfad vorhanden ist oder sich die Datei in einem von der PATH-Umgebungsvariablen angegebenen Verzeichnis befindet. Prüfen Sie zudem, ob die Datei eine gültige Erweiterung für eine ausführbare Datei aufweist."
    },
    "en-US": {
      "loc.messages.LIB_CopyDirectoryWithoutRecursiveOption": "cp: cannot copy a directory '%s' without the recursive option",
      "loc.messages.LIB_CopyFileFailed": "Error while copying the file. Attempts left: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "Directory stack is empty",
      "loc.messages.LIB_EndpointAuthNotExist": "Endpoint auth data not present: %s",
      "loc.messages.LIB_EndpointDataNotExist": "Endpoint data parameter %s not present: %s",
      "loc.messages.LIB_EndpointNotExist": "Endpoint not present: %s",
      "loc.messages.LIB_FailOnCode": "Failure return code: %d",
      "loc.messages.LIB_InputRequired": "Input required: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "Invalid endpoint auth: %s",
      "loc.messages.LIB_InvalidPattern": "Invalid pattern: '%s'",
      "loc.messages.LIB_InvalidSecureFilesInput": "Invalid secure file input: %s",
      "loc.messages.LIB_LocStringNotFound": "Can\\'t find loc string for key: %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "Merging test results from multiple files to one test run is not supported on this version of build agent for OSX/Linux, each test result file will be published as a separate test run in VSO/TFS.",
      "loc.messages.LIB_MkdirFailed": "Unable to create directory '%s'. %s",
      "loc.messages.LIB_MkdirFailedFileExists": "Unable to create directory '%s'. Conflicting file exists: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "Unable to create directory '%s'. Root directory does not exist: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidShare": "Unable to create directory '%s'. Unable to verify the directory exists: '%s'. If directory is a file share, please verify the share name is correct, the share is online, and the current process has permission to access the share.",
      "loc.messages.LIB_MultilineSecret": "Secrets cannot contain multiple lines",
      "loc.messages.LIB_NotFoundPreviousDirectory": "Could not find previous directory",
      "loc.messages.LIB_OperationFailed": "Failed %s: %s",
      "loc.messages.LIB_ParameterIsRequired": "%s not supplied",
      "loc.messages.LIB_PathHasNullByte": "Path cannot contain null bytes",
      "loc.messages.LIB_PathIsNotADirectory": "Path is not a directory: %s",
      "loc.messages.LIB_PathNotFound": "Not found %s: %s",
      "loc.messages.LIB_PlatformNotSupported": "Platform not supported: %s",
      "loc.messages.LIB_ProcessError": "There was an error when attempting to execute the process '%s'. This may indicate the process failed to start. Error: %s",
      "loc.messages.LIB_ProcessExitCode": "The process '%s' failed with exit code %s",
      "loc.messages.LIB_ProcessStderr": "The process '%s' failed because one or more lines were written to the STDERR stream",
      "loc.messages.LIB_ResourceFileAlreadySet": "Resource file has already set to: %s",
      "loc.messages.LIB_ResourceFileNotExist": "Resource file doesn\\'t exist: %s",
      "loc.messages.LIB_ResourceFileNotSet": "Resource file haven\\'t set, can\\'t find loc string for key: %s",
      "loc.messages.LIB_ReturnCode": "Return code: %d",
      "loc.messages.LIB_StdioNotClosed": "The STDIO streams did not close within %s seconds of the exit event from process '%s'. This may indicate a child process inherited the STDIO streams and has not yet exited.",
      "loc.messages.LIB_UndefinedNodeVersion": "Node version is undefined.",
      "loc.messages.LIB_UnhandledEx": "Unhandled: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "Multiple workspace matches. using first.",
      "loc.messages.LIB_WhichNotFound_Linux": "Unable to locate executable file: '%s'. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.",
      "loc.messages.LIB_WhichNotFound_Win": "Unable to locate executable file: '%s'. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file."
    },
    "es-ES": {
      "loc.messages.LIB_CopyFileFailed": "Error al copiar el archivo. Intentos restantes: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "La pila de directorios está vacía",
      "loc.messages.LIB_EndpointAuthNotExist": "Los datos de autenticación del punto de conexión no existen: %s.",
      "loc.messages.LIB_EndpointDataNotExist": "El parámetro %s de datos del punto de conexión no existe: %s.",
      "loc.messages.LIB_EndpointNotExist": "No hay punto de conexión: %s",
      "loc.messages.LIB_FailOnCode": "Código de retorno de error: %d",
      "loc.messages.LIB_InputRequired": "Entrada requerida: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "Autenticación de punto de conexión no válida: %s",
      "loc.messages.LIB_InvalidPattern": "Patrón no válido: '%s'",
      "loc.messages.LIB_InvalidSecureFilesInput": "Entrada de archivo seguro no válida: %s",
      "loc.messages.LIB_LocStringNotFound": "No se encuentra la cadena localizada para la clave: %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "Esta versión del agente de compilación para OSX/Linux no admite la fusión mediante combinación de resultados de pruebas de varios archivos en una serie de pruebas. Cada archivo de resultados de pruebas se publicará como una serie de pruebas diferente en VSO/TFS.",
      "loc.messages.LIB_MkdirFailed": "No se puede crear el directorio '%s'. %s",
      "loc.messages.LIB_MkdirFailedFileExists": "No se puede crear el directorio '%s'. Hay un conflicto entre archivos: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "No se puede crear el directorio '%s'. El directorio raíz no existe: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidShare": "No se puede crear el directorio '%s'. No se puede comprobar si el directorio existe: '%s'. Si el directorio es un recurso compartido de archivos, compruebe que el nombre es correcto, que está en línea y que el proceso actual tiene permiso de acceso a este.",
      "loc.messages.LIB_MultilineSecret": "Los secretos no pueden contener varias líneas.",
      "loc.messages.LIB_NotFoundPreviousDirectory": "No se ha encontrado el directorio anterior",
      "loc.messages.LIB_OperationFailed": "Error de %s: %s",
      "loc.messages.LIB_ParameterIsRequired": "No se ha proporcionado %s",
      "loc.messages.LIB_PathHasNullByte": "La ruta de acceso no puede tener bytes nulos",
      "loc.messages.LIB_PathIsNotADirectory": "La ruta de acceso no es un directorio: %s",
      "loc.messages.LIB_PathNotFound": "No se encuentra %s: %s",
      "loc.messages.LIB_PlatformNotSupported": "No se admite la plataforma: %s",
      "loc.messages.LIB_ProcessError": "Error al intentar ejecutar el proceso \"%s\". Esto puede indicar que no se pudo iniciar el proceso. Error: %s",
      "loc.messages.LIB_ProcessExitCode": "Error del proceso \"%s\" con el código de salida %s",
      "loc.messages.LIB_ProcessStderr": "Error del proceso \"%s\" porque se escribieron una o varias líneas en la secuencia STDERR",
      "loc.messages.LIB_ResourceFileAlreadySet": "El archivo de recursos se ha establecido ya en: %s",
      "loc.messages.LIB_ResourceFileNotExist": "El archivo de recursos no existe: %s",
      "loc.messages.LIB_ResourceFileNotSet": "No se ha establecido el archivo de recursos. No se encuentra la cadena localizada para la clave: %s",
      "loc.messages.LIB_ReturnCode": "Código de retorno: %d",
      "loc.messages.LIB_StdioNotClosed": "Las secuencias STDIO no se cerraron en un plazo de %s segundos desde el evento de salida del proceso \"%s\". Esto puede indicar que un proceso secundario ha heredado las secuencias STDIO y aún no se ha cerrado.",
      "loc.messages.LIB_UndefinedNodeVersion": "La versión del nodo no está definida.",
      "loc.messages.LIB_UnhandledEx": "No controlada: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "Hay varias coincidencias en el área de trabajo. Se usará la primera.",
      "loc.messages.LIB_WhichNotFound_Linux": "No se puede encontrar el archivo ejecutable: \"%s\". Compruebe que la ruta de acceso del archivo existe o que el archivo se puede encontrar en un directorio especificado en la variable de entorno PATH. Revise también el modo de archivo para comprobar que el archivo es ejecutable.",
      "loc.messages.LIB_WhichNotFound_Win": "No se puede encontrar el archivo ejecutable: \"%s\". Compruebe que la ruta de acceso del archivo existe o que el archivo se puede encontrar en un directorio especificado en la variable de entorno PATH. Revise también que el archivo tenga una extensión válida para un archivo ejecutable."
    },
    "fr-FR": {
      "loc.messages.LIB_CopyFileFailed": "Erreur durant la copie du fichier. Tentatives restantes : %s",
      "loc.messages.LIB_DirectoryStackEmpty": "La pile de répertoires est vide",
      "loc.messages.LIB_EndpointAuthNotExist": "Données d'authentification du point de terminaison absentes : %s",
      "loc.messages.LIB_EndpointDataNotExist": "Paramètre de données du point de terminaison %s absent : %s",
      "loc.messages.LIB_EndpointNotExist": "Point de terminaison absent : %s",
      "loc.messages.LIB_FailOnCode": "Code de retour de l'échec : %d",
      "loc.messages.LIB_InputRequired": "Entrée nécessaire : %s",
      "loc.messages.LIB_InvalidEndpointAuth": "Authentification du point de terminaison non valide : %s",
      "loc.messages.LIB_InvalidPattern": "Modèle non valide : '%s'",
      "loc.messages.LIB_InvalidSecureFilesInput": "Entrée de fichier sécurisé non valide : %s",
      "loc.messages.LIB_LocStringNotFound": "Chaîne localisée introuvable pour la clé : %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "La fusion des résultats des tests de plusieurs fichiers en une seule série de tests n'est pas prise en charge dans cette version de l'agent de build pour OSX/Linux. Chaque fichier de résultats des tests est publié en tant que série de tests distincte dans VSO/TFS.",
      "loc.messages.LIB_MkdirFailed": "Impossible de créer le répertoire '%s'. %s",
      "loc.messages.LIB_MkdirFailedFileExists": "Impossible de créer le répertoire '%s'. Présence d'un fichier en conflit : '%s'",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "Impossible de créer le répertoire '%s'. Le répertoire racine n'existe pas : '%s'",
      "loc.messages.LIB_MkdirFailedInvalidShare": "Impossible de créer le répertoire '%s'. Impossible de vérifier l'existence du répertoire : '%s'. Si le répertoire est un partage de fichiers, vérifiez que le nom du partage est correct, que le partage est en ligne, et que le processus actuel est autorisé à accéder au partage.",
      "loc.messages.LIB_MultilineSecret": "Les secrets ne peuvent pas contenir plusieurs lignes",
      "loc.messages.LIB_NotFoundPreviousDirectory": "Désolé, nous n’avons pas pu trouver le répertoire précédent",
      "loc.messages.LIB_OperationFailed": "Échec de %s : %s",
      "loc.messages.LIB_ParameterIsRequired": "%s non fourni",
      "loc.messages.LIB_PathHasNullByte": "Le chemin ne peut pas contenir d'octets de valeur Null",
      "loc.messages.LIB_PathIsNotADirectory": "Le chemin d’accès n’est pas un répertoire : %s",
      "loc.messages.LIB_PathNotFound": "%s : %s introuvable",
      "loc.messages.LIB_PlatformNotSupported": "Plateforme non prise en charge : %s",
      "loc.messages.LIB_ProcessError": "Erreur durant la tentative d'exécution du processus '%s'. Cela peut indiquer que le processus n'a pas réussi à démarrer. Erreur : %s",
      "loc.messages.LIB_ProcessExitCode": "Échec du processus '%s'. Code de sortie : %s",
      "loc.messages.LIB_ProcessStderr": "Échec du processus '%s', car une ou plusieurs lignes ont été écrites dans le flux STDERR",
      "loc.messages.LIB_ResourceFileAlreadySet": "Le fichier de ressources est déjà défini : %s",
      "loc.messages.LIB_ResourceFileNotExist": "Le fichier de ressources n'existe pas : %s",
      "loc.messages.LIB_ResourceFileNotSet": "Le fichier de ressources n'est pas défini. La chaîne localisée de la clé est introuvable : %s",
      "loc.messages.LIB_ReturnCode": "Code de retour : %d",
      "loc.messages.LIB_StdioNotClosed": "Les flux STDIO ne se sont pas fermés dans les %s secondes qui ont suivi l'événement exit du processus '%s'. Cela peut indiquer qu'un processus enfant a hérité des flux STDIO et qu'il n'est pas encore sorti.",
      "loc.messages.LIB_UndefinedNodeVersion": "La version du nœud n’est pas définie.",
      "loc.messages.LIB_UnhandledEx": "Non géré : %s",
      "loc.messages.LIB_UseFirstGlobMatch": "Plusieurs espaces de travail correspondants. Utilisation du premier d'entre eux.",
      "loc.messages.LIB_WhichNotFound_Linux": "Impossible de localiser le fichier exécutable : '%s'. Vérifiez si le chemin du fichier existe ou si le fichier peut se trouver dans un répertoire spécifié par la variable d'environnement PATH. Vérifiez également le Mode de Fichier pour déterminer si le fichier est exécutable.",
      "loc.messages.LIB_WhichNotFound_Win": "Impossible de localiser le fichier exécutable : '%s'. Vérifiez si le chemin du fichier existe ou si le fichier peut se trouver dans un répertoire spécifié par la variable d'environnement PATH. Vérifiez également si le fichier a une extension de fichier exécutable valide."
    },
    "it-IT": {
      "loc.messages.LIB_CopyFileFailed": "Si è verificato un errore durante la copia del file. Tentativi rimasti: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "Lo stack della directory è vuoto",
      "loc.messages.LIB_EndpointAuthNotExist": "I dati di autenticazione endpoint non sono presenti: %s",
      "loc.messages.LIB_EndpointDataNotExist": "Il parametro %s dei dati dell'endpoint non è presente: %s",
      "loc.messages.LIB_EndpointNotExist": "Endpoint non presente: %s",
      "loc.messages.LIB_FailOnCode": "Codice restituito dell'errore: %d",
      "loc.messages.LIB_InputRequired": "Input richiesto: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "Autenticazione endpoint non valida: %s",
      "loc.messages.LIB_InvalidPattern": "Criterio non valido: '%s'",
      "loc.messages.LIB_InvalidSecureFilesInput": "L'input del file protetto non è valido: %s",
      "loc.messages.LIB_LocStringNotFound": "La stringa localizzata per la chiave %s non è stata trovata",
      "loc.messages.LIB_MergeTestResultNotSupported": "L'unione di più file risultanti da un'unica esecuzione dei test non è supportata in questa versione dell'agente di compilazione per OS X/Linux. Ogni file dei risultati del test verrà pubblicato come esecuzione dei test separata in VSO/TFS.",
      "loc.messages.LIB_MkdirFailed": "Non è possibile creare la directory '%s'. %s",
      "loc.messages.LIB_MkdirFailedFileExists": "Non è possibile creare la directory '%s'. Esiste un file in conflitto: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "Non è possibile creare la directory '%s'. La directory radice non esiste: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidShare": "Non è possibile creare la directory '%s' perché non è possibile verificarne l'esistenza: '%s'. Se la directory è una condivisione file, verificare che il nome della condivisione sia corretto, che la condivisione sia online e che il processo corrente sia autorizzato ad accedervi.",
      "loc.messages.LIB_MultilineSecret": "I segreti non possono contenere più righe",
      "loc.messages.LIB_NotFoundPreviousDirectory": "Non è stato possibile trovare la directory precedente",
      "loc.messages.LIB_OperationFailed": "Operazione %s non riuscita: %s",
      "loc.messages.LIB_ParameterIsRequired": "Parametro %s non fornito",
      "loc.messages.LIB_PathHasNullByte": "Il percorso non può contenere byte Null",
      "loc.messages.LIB_PathIsNotADirectory": "Il percorso non è una directory: %s",
      "loc.messages.LIB_PathNotFound": "Percorso %s non trovato: %s",
      "loc.messages.LIB_PlatformNotSupported": "Piattaforma non supportata: %s",
      "loc.messages.LIB_ProcessError": "Si è verificato un errore durante il tentativo di eseguire il processo '%s'. Questo errore può indicare che non è stato possibile avviare il processo. Errore: %s",
      "loc.messages.LIB_ProcessExitCode": "Il processo '%s' non è riuscito. Codice di uscita: %s",
      "loc.messages.LIB_ProcessStderr": "Il processo '%s' non è riuscito perché una o più righe sono state scritte nel flusso STDERR",
      "loc.messages.LIB_ResourceFileAlreadySet": "Il file di risorse è già stato impostato su %s",
      "loc.messages.LIB_ResourceFileNotExist": "Il file di risorse non esiste: %s",
      "loc.messages.LIB_ResourceFileNotSet": "Il file di risorse non è stato impostato. La stringa localizzata per la chiave %s non è stata trovata",
      "loc.messages.LIB_ReturnCode": "Codice restituito: %d",
      "loc.messages.LIB_StdioNotClosed": "I flussi STDIO non si sono chiusi entro %s secondi dall'evento di uscita dal processo '%s'. Questa condizione può indicare che un processo figlio ha ereditato i flussi STDIO e non è ancora stato terminato.",
      "loc.messages.LIB_UndefinedNodeVersion": "La versione del nodo non è definita.",
      "loc.messages.LIB_UnhandledEx": "Eccezione non gestita: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "Sono presenti più corrispondenze dell'area di lavoro. Verrà usata la prima.",
      "loc.messages.LIB_WhichNotFound_Linux": "Il file eseguibile '%s' non è stato trovato. Verificare se il percorso di file esiste o il file è presente in una directory specificata dalla variabile di ambiente PATH. Controllare anche la modalità file per verificare che il file sia eseguibile.",
      "loc.messages.LIB_WhichNotFound_Win": "Il file eseguibile '%s' non è stato trovato. Verificare se il percorso di file esiste o il file è presente in una directory specificata dalla variabile di ambiente PATH. Controllare anche che l'estensione sia valida per un file eseguibile."
    },
    "ja-JP": {
      "loc.messages.LIB_CopyFileFailed": "ファイルのコピー中にエラーが発生しました。残りの試行回数: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "ディレクトリ スタックが空です",
      "loc.messages.LIB_EndpointAuthNotExist": "エンドポイントの認証データがありません: %s",
      "loc.messages.LIB_EndpointDataNotExist": "エンドポイントのデータ パラメーター %s がありません: %s",
      "loc.messages.LIB_EndpointNotExist": "エンドポイントが存在しません: %s",
      "loc.messages.LIB_FailOnCode": "失敗のリターン コード: %d",
      "loc.messages.LIB_InputRequired": "入力が必要です: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "エンドポイントの認証が無効です: %s",
      "loc.messages.LIB_InvalidPattern": "無効なパターン: '%s'",
      "loc.messages.LIB_InvalidSecureFilesInput": "無効なセキュア ファイル入力: %s",
      "loc.messages.LIB_LocStringNotFound": "キーの loc 文字列が見つかりません: %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "複数のファイルからのテスト結果を 1 つのテスト実行にマージする処理は、OSX/Linux 用のビルド エージェントのこのバージョンではサポートされていません。各テスト結果ファイルが VSO/TFS で別個のテスト実行として発行されます。",
      "loc.messages.LIB_MkdirFailed": "ディレクトリ '%s' を作成できません。%s",
      "loc.messages.LIB_MkdirFailedFileExists": "ディレクトリ '%s' を作成できません。競合するファイルが存在します: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "ディレクトリ '%s' を作成できません。ルート ディレクトリが存在しません: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidShare": "ディレクトリ '%s' を作成できません。ディレクトリが存在することを確認できません: '%s'。ディレクトリがファイル共有である場合、その共有名が正しいこと、その共有がオンラインであること、そして現在のプロセスにその共有へのアクセス許可があることをご確認ください。",
      "loc.messages.LIB_MultilineSecret": "シークレットに複数の行を含めることはできません",
      "loc.messages.LIB_NotFoundPreviousDirectory": "前のディレクトリが見つかりませんでした",
      "loc.messages.LIB_OperationFailed": "失敗しました %s: %s",
      "loc.messages.LIB_ParameterIsRequired": "%s が提供されていません",
      "loc.messages.LIB_PathHasNullByte": "パスに null バイトを含めることはできません",
      "loc.messages.LIB_PathIsNotADirectory": "パスがディレクトリではありません: %s",
      "loc.messages.LIB_PathNotFound": "見つかりませんでした %s: %s",
      "loc.messages.LIB_PlatformNotSupported": "プラットフォームがサポートされていません: %s",
      "loc.messages.LIB_ProcessError": "プロセス '%s' を実行しようとしているときにエラーが発生しました。プロセスの開始に失敗したおそれがあります。エラー: %s",
      "loc.messages.LIB_ProcessExitCode": "プロセス '%s' が終了コード %s で失敗しました",
      "loc.messages.LIB_ProcessStderr": "1 つ以上の行が STDERR ストリームに書き込まれたため、プロセス '%s' が失敗しました",
      "loc.messages.LIB_ResourceFileAlreadySet": "リソース ファイルは既に %s に設定されています",
      "loc.messages.LIB_ResourceFileNotExist": "リソース ファイルが存在しません: %s",
      "loc.messages.LIB_ResourceFileNotSet": "リソース ファイルが設定されておらず、キーの loc 文字列が見つかりません: %s",
      "loc.messages.LIB_ReturnCode": "リターン コード: %d",
      "loc.messages.LIB_StdioNotClosed": "STDIO ストリームが、プロセス '%s' の終了イベントから %s 秒以内に終了しませんでした。これは、子プロセスが STDIO ストリームを継承し、まだ終了していないことを示している可能性があります。",
      "loc.messages.LIB_UndefinedNodeVersion": "ノードのバージョンが定義されていません。",
      "loc.messages.LIB_UnhandledEx": "未処理: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "複数のワークスペースが一致します。最初のワークスペースが使用されます。",
      "loc.messages.LIB_WhichNotFound_Linux": "実行可能ファイルが見つかりません: '%s'。ファイル パスが存在すること、またはそのファイルが PATH 環境変数で指定されたディレクトリ内にあることをご確認ください。ファイルが実行可能かどうかについてファイル モードもご確認ください。",
      "loc.messages.LIB_WhichNotFound_Win": "実行可能ファイルが見つかりません: '%s'。ファイル パスが存在すること、またはそのファイルが PATH 環境変数で指定されたディレクトリ内にあることをご確認ください。そのファイルに実行可能ファイルの有効な拡張子がついていることもご確認ください。"
    },
    "ko-KR": {
      "loc.messages.LIB_CopyFileFailed": "파일을 복사하는 동안 오류가 발생했습니다. 남은 시도 횟수: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "디렉터리 스택이 비어 있습니다.",
      "loc.messages.LIB_EndpointAuthNotExist": "엔드포인트 인증 데이터가 없음: %s",
      "loc.messages.LIB_EndpointDataNotExist": "엔드포인트 데이터 매개 변수 %s이(가) 없음: %s",
      "loc.messages.LIB_EndpointNotExist": "엔드포인트가 없음: %s",
      "loc.messages.LIB_FailOnCode": "실패 반환 코드: %d",
      "loc.messages.LIB_InputRequired": "입력 필요: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "잘못된 엔드포인트 인증: %s",
      "loc.messages.LIB_InvalidPattern": "잘못된 패턴: '%s'",
      "loc.messages.LIB_InvalidSecureFilesInput": "보안 파일 입력이 잘못됨: %s",
      "loc.messages.LIB_LocStringNotFound": "키에 대한 loc 문자열을 찾을 수 없음: %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "이 OSX/Linux용 빌드 에이전트 버전에서 여러 파일의 테스트 결과를 하나의 테스트 실행으로 병합하는 것을 지원하지 않습니다. 각 테스트 결과 파일은 VSO/TFS에서 별도의 테스트 실행으로 게시됩니다.",
      "loc.messages.LIB_MkdirFailed": "'%s' 디렉터리를 만들 수 없습니다. %s",
      "loc.messages.LIB_MkdirFailedFileExists": "'%s' 디렉터리를 만들 수 없습니다. 충돌하는 파일 '%s'이(가) 있습니다.",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "'%s' 디렉터리를 만들 수 없습니다. 루트 디렉터리 '%s'이(가) 없습니다.",
      "loc.messages.LIB_MkdirFailedInvalidShare": "'%s' 디렉터리를 만들 수 없습니다. '%s' 디렉터리가 있는지 확인할 수 없습니다. 디렉터리가 파일 공유인 경우 공유 이름이 올바르고, 공유가 온라인 상태이며, 현재 프로세스에 공유에 액세스할 수 있는 권한이 있는지 확인하세요.",
      "loc.messages.LIB_MultilineSecret": "비밀에 여러 줄을 사용할 수 없습니다.",
      "loc.messages.LIB_NotFoundPreviousDirectory": "이전 디렉터리를 찾을 수 없습니다.",
      "loc.messages.LIB_OperationFailed": "%s 실패: %s",
      "loc.messages.LIB_ParameterIsRequired": "%s이(가) 제공되지 않음",
      "loc.messages.LIB_PathHasNullByte": "경로에 null 바이트를 포함할 수 없음",
      "loc.messages.LIB_PathIsNotADirectory": "경로가 디렉터리가 아닙니다. %s",
      "loc.messages.LIB_PathNotFound": "%s을(를) 찾을 수 없음: %s",
      "loc.messages.LIB_PlatformNotSupported": "지원되지 않는 플랫폼: %s",
      "loc.messages.LIB_ProcessError": "'%s' 프로세스를 실행할 때 오류가 발생했습니다. 이는 프로세스를 시작하지 못했음을 나타낼 수 있습니다. 오류: %s",
      "loc.messages.LIB_ProcessExitCode": "'%s' 프로세스가 실패함(종료 코드 %s)",
      "loc.messages.LIB_ProcessStderr": "하나 이상의 줄이 STDERR 스트림에 쓰였으므로 '%s' 프로세스가 실패함",
      "loc.messages.LIB_ResourceFileAlreadySet": "리소스 파일이 이미 다음으로 설정됨: %s",
      "loc.messages.LIB_ResourceFileNotExist": "리소스 파일이 없음: %s",
      "loc.messages.LIB_ResourceFileNotSet": "리소스 파일이 설정되지 않았고 키에 대한 loc 문자열을 찾을 수 없음: %s",
      "loc.messages.LIB_ReturnCode": "반환 코드: %d",
      "loc.messages.LIB_StdioNotClosed": "STDIO 스트림이 %s초 이내('%s' 프로세스의 종료 이벤트 후)에 닫히지 않았습니다. 이는 자식 프로세스가 STDIO 스트림을 상속했으며 아직 종료되지 않았음을 나타낼 수 있습니다.",
      "loc.messages.LIB_UndefinedNodeVersion": "노드 버전이 정의되지 않았습니다.",
      "loc.messages.LIB_UnhandledEx": "처리되지 않음: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "여러 작업 영역이 일치합니다. 첫 번째 작업 영역을 사용하세요.",
      "loc.messages.LIB_WhichNotFound_Linux": "실행 파일 '%s'을(를) 찾을 수 없습니다. 파일 경로가 있는지 또는 PATH 환경 변수에서 지정한 디렉터리 내에서 파일을 찾을 수 있는지 확인하세요. 또한 파일 모드를 확인하여 파일을 실행할 수 있는지 확인하세요.",
      "loc.messages.LIB_WhichNotFound_Win": "실행 파일 '%s'을(를) 찾을 수 없습니다. 파일 경로가 있는지 또는 PATH 환경 변수에서 지정한 디렉터리 내에서 파일을 찾을 수 있는지 확인하세요. 또한 파일이 실행 파일에 대해 올바른 확장명을 가지고 있는지 확인하세요."
    },
    "ru-RU": {
      "loc.messages.LIB_CopyFileFailed": "Ошибка при копировании файла. Оставшееся число попыток: %s.",
      "loc.messages.LIB_DirectoryStackEmpty": "Стек каталога пуст",
      "loc.messages.LIB_EndpointAuthNotExist": "Отсутствуют данные для проверки подлинности конечной точки: %s",
      "loc.messages.LIB_EndpointDataNotExist": "Отсутствует параметр %s данных конечной точки: %s",
      "loc.messages.LIB_EndpointNotExist": "Конечная точка отсутствует: %s.",
      "loc.messages.LIB_FailOnCode": "Код возврата при сбое: %d.",
      "loc.messages.LIB_InputRequired": "Требуется ввести данные: %s.",
      "loc.messages.LIB_InvalidEndpointAuth": "Недопустимая проверка подлинности конечной точки: %s.",
      "loc.messages.LIB_InvalidPattern": "Недопустимый шаблон: \"%s\"",
      "loc.messages.LIB_InvalidSecureFilesInput": "Недопустимые входные данные защитного файла: %s",
      "loc.messages.LIB_LocStringNotFound": "Не удается найти локализованную строку для ключа: %s.",
      "loc.messages.LIB_MergeTestResultNotSupported": "Объединение результатов тестов из нескольких файлов в один тестовый запуск не поддерживается в этой версии агента сборки для OSX/Linux. Каждый файл результатов теста будет опубликован в качестве отдельного тестового запуска в VSO/TFS.",
      "loc.messages.LIB_MkdirFailed": "Не удается создать каталог \"%s\". %s",
      "loc.messages.LIB_MkdirFailedFileExists": "Не удается создать каталог \"%s\". Существует конфликтующий файл: \"%s\"",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "Не удалось создать каталог \"%s\". Корневой каталог не существует: \"%s\"",
      "loc.messages.LIB_MkdirFailedInvalidShare": "Не удалось создать каталог \"%s\". Не удалось проверить, существует ли каталог \"%s\". Если каталог является файловым ресурсом, убедитесь, что имя ресурса указано правильно, он работает и текущий процесс имеет разрешение на доступ к нему.",
      "loc.messages.LIB_MultilineSecret": "Секрет не может быть многострочным",
      "loc.messages.LIB_NotFoundPreviousDirectory": "Не удалось найти предыдущий каталог",
      "loc.messages.LIB_OperationFailed": "Сбой %s: %s.",
      "loc.messages.LIB_ParameterIsRequired": "Не указан %s.",
      "loc.messages.LIB_PathHasNullByte": "Путь не может содержать пустые байты.",
      "loc.messages.LIB_PathIsNotADirectory": "Путь не является каталогом: %s",
      "loc.messages.LIB_PathNotFound": "Не найден %s: %s.",
      "loc.messages.LIB_PlatformNotSupported": "Платформа не поддерживается: %s",
      "loc.messages.LIB_ProcessError": "Произошла ошибка при попытке выполнить процесс \"%s\". Это может означать, что процесс не удалось запустить. Ошибка: %s",
      "loc.messages.LIB_ProcessExitCode": "Произошел сбой процесса \"%s\" с кодом выхода %s.",
      "loc.messages.LIB_ProcessStderr": "Произошел сбой процесса \"%s\", так как одна или несколько строк были записаны в поток STDERR.",
      "loc.messages.LIB_ResourceFileAlreadySet": "Файл ресурсов уже задан: %s.",
      "loc.messages.LIB_ResourceFileNotExist": "Файл ресурсов не существует: %s.",
      "loc.messages.LIB_ResourceFileNotSet": "Файл ресурсов не задан, не удается найти локализованную строку для ключа: %s.",
      "loc.messages.LIB_ReturnCode": "Код возврата: %d",
      "loc.messages.LIB_StdioNotClosed": "Потоки STDIO не были закрыты в течение %s с после получения события выхода от процесса \"%s\". Это может свидетельствовать о том, что дочерний процесс унаследовал потоки STDIO и еще не завершил работу.",
      "loc.messages.LIB_UndefinedNodeVersion": "Версия узла не определена.",
      "loc.messages.LIB_UnhandledEx": "Не обработано: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "Несколько рабочих областей совпадает, использована первая рабочая область.",
      "loc.messages.LIB_WhichNotFound_Linux": "Не удалось найти исполняемый файл: \"%s\". Убедитесь, что путь к файлу существует и файл можно найти в каталоге, указанном переменной окружения PATH. Также проверьте режим файла, чтобы убедиться, что файл является исполняемым.",
      "loc.messages.LIB_WhichNotFound_Win": "Не удалось найти исполняемый файл: \"%s\". Убедитесь, что путь к файлу существует и что файл можно найти в каталоге, указанном переменной окружения PATH. Также убедитесь, что у файла есть допустимое расширение для исполняемого файла."
    },
    "zh-CN": {
      "loc.messages.LIB_CopyFileFailed": "复制文件时出错。剩余尝试次数: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "目录堆栈为空",
      "loc.messages.LIB_EndpointAuthNotExist": "终结点授权数据不存在: %s",
      "loc.messages.LIB_EndpointDataNotExist": "终结点数据参数 %s 不存在: %s",
      "loc.messages.LIB_EndpointNotExist": "终结点不存在: %s",
      "loc.messages.LIB_FailOnCode": "故障返回代码: %d",
      "loc.messages.LIB_InputRequired": "输入必需项: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "终结点验证无效: %s",
      "loc.messages.LIB_InvalidPattern": "无效的模式: \"%s\"",
      "loc.messages.LIB_InvalidSecureFilesInput": "无效的安全文件输入: %s",
      "loc.messages.LIB_LocStringNotFound": "无法找到关键字的本地字符串: %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "此版本的 OSX/Linux 生成代理不支持来自某个测试运行的多文件合并测试结果，在 VSO/TFS 中，每个测试结果文件都将作为单独的测试运行进行发布。",
      "loc.messages.LIB_MkdirFailed": "无法创建目录“%s”。%s",
      "loc.messages.LIB_MkdirFailedFileExists": "无法创建目录“%s”。存在冲突文件:“%s”",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "无法创建目录“%s”。根目录不存在:“%s”",
      "loc.messages.LIB_MkdirFailedInvalidShare": "无法创建目录“%s”。无法验证“%s”目录是否存在。如果目录是文件共享，请验证共享名称是否正确、共享是否已联机以及当前进程是否有权访问该共享。",
      "loc.messages.LIB_MultilineSecret": "密码不能包含多个行",
      "loc.messages.LIB_NotFoundPreviousDirectory": "找不到以前的目录",
      "loc.messages.LIB_OperationFailed": "%s 失败: %s",
      "loc.messages.LIB_ParameterIsRequired": "未提供 %s",
      "loc.messages.LIB_PathHasNullByte": "路径不能包含 null 字节",
      "loc.messages.LIB_PathIsNotADirectory": "路径不是目录： %s",
      "loc.messages.LIB_PathNotFound": "找不到 %s: %s",
      "loc.messages.LIB_PlatformNotSupported": "平台不受支持: %s",
      "loc.messages.LIB_ProcessError": "尝试执行进程“%s”时出错。这可能表示进程启动失败。错误: %s",
      "loc.messages.LIB_ProcessExitCode": "进程“%s”失败，退出代码为 %s",
      "loc.messages.LIB_ProcessStderr": "进程“%s”失败，因为已将一行或多行写入 STDERR 流",
      "loc.messages.LIB_ResourceFileAlreadySet": "资源文件已被设置为 %s",
      "loc.messages.LIB_ResourceFileNotExist": "资源文件不存在: %s",
      "loc.messages.LIB_ResourceFileNotSet": "资源文件尚未设置，无法找到关键字的本地字符串: %s",
      "loc.messages.LIB_ReturnCode": "返回代码: %d",
      "loc.messages.LIB_StdioNotClosed": "STDIO 流在进程“%s”中发生退出事件 %s 秒内未关闭 。这可能表示子进程继承了 STDIO 流且尚未退出。",
      "loc.messages.LIB_UndefinedNodeVersion": "节点版本未定义。",
      "loc.messages.LIB_UnhandledEx": "未处理: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "出现多个工作区匹配时，使用第一个。",
      "loc.messages.LIB_WhichNotFound_Linux": "无法定位可执行文件: \"%s\"。请验证文件路径是否存在或文件是否可在 PATH 环境变量指定的目录内找到。另请检查文件模式以验证文件是否可执行。",
      "loc.messages.LIB_WhichNotFound_Win": "无法定位可执行文件: \"%s\"。请验证文件路径是否存在或文件是否可在 PATH 环境变量指定的目录内找到。另请验证该文件是否具有可执行文件的有效扩展名。"
    },
    "zh-TW": {
      "loc.messages.LIB_CopyFileFailed": "複製檔案時發生錯誤。剩餘嘗試次數: %s",
      "loc.messages.LIB_DirectoryStackEmpty": "目錄堆疊是空的",
      "loc.messages.LIB_EndpointAuthNotExist": "端點驗證資料不存在: %s",
      "loc.messages.LIB_EndpointDataNotExist": "端點資料參數 %s 不存在: %s",
      "loc.messages.LIB_EndpointNotExist": "端點不存在: %s",
      "loc.messages.LIB_FailOnCode": "傳回程式碼失敗: %d",
      "loc.messages.LIB_InputRequired": "需要輸入內容: %s",
      "loc.messages.LIB_InvalidEndpointAuth": "端點驗證無效: %s",
      "loc.messages.LIB_InvalidPattern": "模式無效: '%s'",
      "loc.messages.LIB_InvalidSecureFilesInput": "安全檔案輸入無效: %s",
      "loc.messages.LIB_LocStringNotFound": "找不到索引鍵的 loc 字串: %s",
      "loc.messages.LIB_MergeTestResultNotSupported": "OSX/Linux 的此版本組建代理程式不支援將多個檔案的測試結果合併至單一測試回合，每個測試結果檔案將作為個別測試回合在 VSO/TFS 中發行。",
      "loc.messages.LIB_MkdirFailed": "無法建立目錄 '%s'。%s",
      "loc.messages.LIB_MkdirFailedFileExists": "無法建立目錄 '%s'。存在衝突的檔案: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidDriveRoot": "無法建立目錄 '%s'。根目錄不存在: '%s'",
      "loc.messages.LIB_MkdirFailedInvalidShare": "無法建立目錄 '%s'。無法驗證目錄是否存在: '%s'。如果目錄是檔案共用，請驗證共用名稱正確、共用在線上，而且目前的流程具有存取共用的權限。",
      "loc.messages.LIB_MultilineSecret": "祕密不得包含多個行",
      "loc.messages.LIB_NotFoundPreviousDirectory": "找不到之前的目錄",
      "loc.messages.LIB_OperationFailed": "%s 失敗: %s",
      "loc.messages.LIB_ParameterIsRequired": "未提供 %s",
      "loc.messages.LIB_PathHasNullByte": "路徑不能包含 null 位元組",
      "loc.messages.LIB_PathIsNotADirectory": "路徑不是目錄： %s",
      "loc.messages.LIB_PathNotFound": "找不到 %s: %s",
      "loc.messages.LIB_PlatformNotSupported": "不支援的平台: %s",
      "loc.messages.LIB_ProcessError": "嘗試執行處理序 '%s' 時發生錯誤。這可能表示處理序無法啟動。錯誤: %s",
      "loc.messages.LIB_ProcessExitCode": "處理序 '%s' 失敗，結束代碼為 %s",
      "loc.messages.LIB_ProcessStderr": "因為 STDERR 資料流中寫入了一或多行程式碼，所以處理序 '%s' 失敗",
      "loc.messages.LIB_ResourceFileAlreadySet": "資源檔案已設定至: %s",
      "loc.messages.LIB_ResourceFileNotExist": "資源檔案不存在: %s",
      "loc.messages.LIB_ResourceFileNotSet": "尚未設定資源檔案，找不到索引鍵的 loc 字串: %s",
      "loc.messages.LIB_ReturnCode": "傳回程式碼: %d",
      "loc.messages.LIB_StdioNotClosed": "STDIO 資料流未在 %s 秒內關閉 (從處理序 '%s' 結束事件發生後算起)。這可能表示子處理序繼承了 STDIO 資料流且尚未結束。",
      "loc.messages.LIB_UndefinedNodeVersion": "未定義節點版本。",
      "loc.messages.LIB_UnhandledEx": "未經處理: %s",
      "loc.messages.LIB_UseFirstGlobMatch": "多個工作區相符。請先使用。",
      "loc.messages.LIB_WhichNotFound_Linux": "找不到可執行檔: '%s'。請確認檔案路徑存在，或檔案可以在 PATH 環境變數指定的目錄中找到。另請檢查檔案模式，確認檔案可以執行。",
      "loc.messages.LIB_WhichNotFound_Win": "找不到可執行檔: '%s'。請確認檔案路徑存在，或檔案可以在 PATH 環境變數指定的目錄中找到。另請確認檔案具備有效的可執行檔副檔名。"
    }
  }
};


/***/ }),

/***/ 7763:
/***/ ((module, exports) => {

exports = module.exports = SemVer

var debug
/* istanbul ignore next */
if (typeof process === 'object' &&
    process.env &&
    process.env.NODE_DEBUG &&
    /\bsemver\b/i.test(process.env.NODE_DEBUG)) {
  debug = function () {
    var args = Array.prototype.slice.call(arguments, 0)
    args.unshift('SEMVER')
    console.log.apply(console, args)
  }
} else {
  debug = function () {}
}

// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
exports.SEMVER_SPEC_VERSION = '2.0.0'

var MAX_LENGTH = 256
var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
  /* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
var MAX_SAFE_COMPONENT_LENGTH = 16

var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// The actual regexps go on exports.re
var re = exports.re = []
var safeRe = exports.safeRe = []
var src = exports.src = []
var R = 0

var LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
var safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

function makeSafeRe (value) {
  for (var i = 0; i < safeRegexReplacements.length; i++) {
    var token = safeRegexReplacements[i][0]
    var max = safeRegexReplacements[i][1]
    value = value
      .split(token + '*').join(token + '{0,' + max + '}')
      .split(token + '+').join(token + '{1,' + max + '}')
  }
  return value
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

var NUMERICIDENTIFIER = R++
src[NUMERICIDENTIFIER] = '0|[1-9]\\d*'
var NUMERICIDENTIFIERLOOSE = R++
src[NUMERICIDENTIFIERLOOSE] = '\\d+'

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

var NONNUMERICIDENTIFIER = R++
src[NONNUMERICIDENTIFIER] = '\\d*[a-zA-Z-]' + LETTERDASHNUMBER + '*'

// ## Main Version
// Three dot-separated numeric identifiers.

var MAINVERSION = R++
src[MAINVERSION] = '(' + src[NUMERICIDENTIFIER] + ')\\.' +
                   '(' + src[NUMERICIDENTIFIER] + ')\\.' +
                   '(' + src[NUMERICIDENTIFIER] + ')'

var MAINVERSIONLOOSE = R++
src[MAINVERSIONLOOSE] = '(' + src[NUMERICIDENTIFIERLOOSE] + ')\\.' +
                        '(' + src[NUMERICIDENTIFIERLOOSE] + ')\\.' +
                        '(' + src[NUMERICIDENTIFIERLOOSE] + ')'

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.

var PRERELEASEIDENTIFIER = R++
src[PRERELEASEIDENTIFIER] = '(?:' + src[NUMERICIDENTIFIER] +
                            '|' + src[NONNUMERICIDENTIFIER] + ')'

var PRERELEASEIDENTIFIERLOOSE = R++
src[PRERELEASEIDENTIFIERLOOSE] = '(?:' + src[NUMERICIDENTIFIERLOOSE] +
                                 '|' + src[NONNUMERICIDENTIFIER] + ')'

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

var PRERELEASE = R++
src[PRERELEASE] = '(?:-(' + src[PRERELEASEIDENTIFIER] +
                  '(?:\\.' + src[PRERELEASEIDENTIFIER] + ')*))'

var PRERELEASELOOSE = R++
src[PRERELEASELOOSE] = '(?:-?(' + src[PRERELEASEIDENTIFIERLOOSE] +
                       '(?:\\.' + src[PRERELEASEIDENTIFIERLOOSE] + ')*))'

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

var BUILDIDENTIFIER = R++
src[BUILDIDENTIFIER] = LETTERDASHNUMBER + '+'

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

var BUILD = R++
src[BUILD] = '(?:\\+(' + src[BUILDIDENTIFIER] +
             '(?:\\.' + src[BUILDIDENTIFIER] + ')*))'

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

var FULL = R++
var FULLPLAIN = 'v?' + src[MAINVERSION] +
                src[PRERELEASE] + '?' +
                src[BUILD] + '?'

src[FULL] = '^' + FULLPLAIN + '$'

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
var LOOSEPLAIN = '[v=\\s]*' + src[MAINVERSIONLOOSE] +
                 src[PRERELEASELOOSE] + '?' +
                 src[BUILD] + '?'

var LOOSE = R++
src[LOOSE] = '^' + LOOSEPLAIN + '$'

var GTLT = R++
src[GTLT] = '((?:<|>)?=?)'

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifer, meaning "any version"
// Only the first item is strictly required.
var XRANGEIDENTIFIERLOOSE = R++
src[XRANGEIDENTIFIERLOOSE] = src[NUMERICIDENTIFIERLOOSE] + '|x|X|\\*'
var XRANGEIDENTIFIER = R++
src[XRANGEIDENTIFIER] = src[NUMERICIDENTIFIER] + '|x|X|\\*'

var XRANGEPLAIN = R++
src[XRANGEPLAIN] = '[v=\\s]*(' + src[XRANGEIDENTIFIER] + ')' +
                   '(?:\\.(' + src[XRANGEIDENTIFIER] + ')' +
                   '(?:\\.(' + src[XRANGEIDENTIFIER] + ')' +
                   '(?:' + src[PRERELEASE] + ')?' +
                   src[BUILD] + '?' +
                   ')?)?'

var XRANGEPLAINLOOSE = R++
src[XRANGEPLAINLOOSE] = '[v=\\s]*(' + src[XRANGEIDENTIFIERLOOSE] + ')' +
                        '(?:\\.(' + src[XRANGEIDENTIFIERLOOSE] + ')' +
                        '(?:\\.(' + src[XRANGEIDENTIFIERLOOSE] + ')' +
                        '(?:' + src[PRERELEASELOOSE] + ')?' +
                        src[BUILD] + '?' +
                        ')?)?'

var XRANGE = R++
src[XRANGE] = '^' + src[GTLT] + '\\s*' + src[XRANGEPLAIN] + '$'
var XRANGELOOSE = R++
src[XRANGELOOSE] = '^' + src[GTLT] + '\\s*' + src[XRANGEPLAINLOOSE] + '$'

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
var COERCE = R++
src[COERCE] = '(?:^|[^\\d])' +
              '(\\d{1,' + MAX_SAFE_COMPONENT_LENGTH + '})' +
              '(?:\\.(\\d{1,' + MAX_SAFE_COMPONENT_LENGTH + '}))?' +
              '(?:\\.(\\d{1,' + MAX_SAFE_COMPONENT_LENGTH + '}))?' +
              '(?:$|[^\\d])'

// Tilde ranges.
// Meaning is "reasonably at or greater than"
var LONETILDE = R++
src[LONETILDE] = '(?:~>?)'

var TILDETRIM = R++
src[TILDETRIM] = '(\\s*)' + src[LONETILDE] + '\\s+'
re[TILDETRIM] = new RegExp(src[TILDETRIM], 'g')
safeRe[TILDETRIM] = new RegExp(makeSafeRe(src[TILDETRIM]), 'g')
var tildeTrimReplace = '$1~'

var TILDE = R++
src[TILDE] = '^' + src[LONETILDE] + src[XRANGEPLAIN] + '$'
var TILDELOOSE = R++
src[TILDELOOSE] = '^' + src[LONETILDE] + src[XRANGEPLAINLOOSE] + '$'

// Caret ranges.
// Meaning is "at least and backwards compatible with"
var LONECARET = R++
src[LONECARET] = '(?:\\^)'

var CARETTRIM = R++
src[CARETTRIM] = '(\\s*)' + src[LONECARET] + '\\s+'
re[CARETTRIM] = new RegExp(src[CARETTRIM], 'g')
safeRe[CARETTRIM] = new RegExp(makeSafeRe(src[CARETTRIM]), 'g')
var caretTrimReplace = '$1^'

var CARET = R++
src[CARET] = '^' + src[LONECARET] + src[XRANGEPLAIN] + '$'
var CARETLOOSE = R++
src[CARETLOOSE] = '^' + src[LONECARET] + src[XRANGEPLAINLOOSE] + '$'

// A simple gt/lt/eq thing, or just "" to indicate "any version"
var COMPARATORLOOSE = R++
src[COMPARATORLOOSE] = '^' + src[GTLT] + '\\s*(' + LOOSEPLAIN + ')$|^$'
var COMPARATOR = R++
src[COMPARATOR] = '^' + src[GTLT] + '\\s*(' + FULLPLAIN + ')$|^$'

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
var COMPARATORTRIM = R++
src[COMPARATORTRIM] = '(\\s*)' + src[GTLT] +
                      '\\s*(' + LOOSEPLAIN + '|' + src[XRANGEPLAIN] + ')'

// this one has to use the /g flag
re[COMPARATORTRIM] = new RegExp(src[COMPARATORTRIM], 'g')
safeRe[COMPARATORTRIM] = new RegExp(makeSafeRe(src[COMPARATORTRIM]), 'g')

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
var HYPHENRANGE = R++
src[HYPHENRANGE] = '^\\s*(' + src[XRANGEPLAIN] + ')' +
                   '\\s+-\\s+' +
                   '(' + src[XRANGEPLAIN] + ')' +
                   '\\s*$'

var HYPHENRANGELOOSE = R++
src[HYPHENRANGELOOSE] = '^\\s*(' + src[XRANGEPLAINLOOSE] + ')' +
                        '\\s+-\\s+' +
                        '(' + src[XRANGEPLAINLOOSE] + ')' +
                        '\\s*$'

// Star ranges basically just allow anything at all.
var STAR = R++
src[STAR] = '(<|>)?=?\\s*\\*'

// Compile to actual regexp objects.
// All are flag-free, unless they were created above with a flag.
for (var i = 0; i < R; i++) {
  debug(i, src[i])
  if (!re[i]) {
    re[i] = new RegExp(src[i])

    // Replace all greedy whitespace to prevent regex dos issues. These regex are
    // used internally via the safeRe object since all inputs in this library get
    // normalized first to trim and collapse all extra whitespace. The original
    // regexes are exported for userland consumption and lower level usage. A
    // future breaking change could export the safer regex only with a note that
    // all input should have extra whitespace removed.
    safeRe[i] = new RegExp(makeSafeRe(src[i]))
  }
}

exports.parse = parse
function parse (version, options) {
  if (!options || typeof options !== 'object') {
    options = {
      loose: !!options,
      includePrerelease: false
    }
  }

  if (version instanceof SemVer) {
    return version
  }

  if (typeof version !== 'string') {
    return null
  }

  if (version.length > MAX_LENGTH) {
    return null
  }

  var r = options.loose ? safeRe[LOOSE] : safeRe[FULL]
  if (!r.test(version)) {
    return null
  }

  try {
    return new SemVer(version, options)
  } catch (er) {
    return null
  }
}

exports.valid = valid
function valid (version, options) {
  var v = parse(version, options)
  return v ? v.version : null
}

exports.clean = clean
function clean (version, options) {
  var s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}

exports.SemVer = SemVer

function SemVer (version, options) {
  if (!options || typeof options !== 'object') {
    options = {
      loose: !!options,
      includePrerelease: false
    }
  }
  if (version instanceof SemVer) {
    if (version.loose === options.loose) {
      return version
    } else {
      version = version.version
    }
  } else if (typeof version !== 'string') {
    throw new TypeError('Invalid Version: ' + version)
  }

  if (version.length > MAX_LENGTH) {
    throw new TypeError('version is longer than ' + MAX_LENGTH + ' characters')
  }

  if (!(this instanceof SemVer)) {
    return new SemVer(version, options)
  }

  debug('SemVer', version, options)
  this.options = options
  this.loose = !!options.loose

  var m = version.trim().match(options.loose ? safeRe[LOOSE] : safeRe[FULL])

  if (!m) {
    throw new TypeError('Invalid Version: ' + version)
  }

  this.raw = version

  // these are actually numbers
  this.major = +m[1]
  this.minor = +m[2]
  this.patch = +m[3]

  if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
    throw new TypeError('Invalid major version')
  }

  if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
    throw new TypeError('Invalid minor version')
  }

  if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
    throw new TypeError('Invalid patch version')
  }

  // numberify any prerelease numeric ids
  if (!m[4]) {
    this.prerelease = []
  } else {
    this.prerelease = m[4].split('.').map(function (id) {
      if (/^[0-9]+$/.test(id)) {
        var num = +id
        if (num >= 0 && num < MAX_SAFE_INTEGER) {
          return num
        }
      }
      return id
    })
  }

  this.build = m[5] ? m[5].split('.') : []
  this.format()
}

SemVer.prototype.format = function () {
  this.version = this.major + '.' + this.minor + '.' + this.patch
  if (this.prerelease.length) {
    this.version += '-' + this.prerelease.join('.')
  }
  return this.version
}

SemVer.prototype.toString = function () {
  return this.version
}

SemVer.prototype.compare = function (other) {
  debug('SemVer.compare', this.version, this.options, other)
  if (!(other instanceof SemVer)) {
    other = new SemVer(other, this.options)
  }

  return this.compareMain(other) || this.comparePre(other)
}

SemVer.prototype.compareMain = function (other) {
  if (!(other instanceof SemVer)) {
    other = new SemVer(other, this.options)
  }

  return compareIdentifiers(this.major, other.major) ||
         compareIdentifiers(this.minor, other.minor) ||
         compareIdentifiers(this.patch, other.patch)
}

SemVer.prototype.comparePre = function (other) {
  if (!(other instanceof SemVer)) {
    other = new SemVer(other, this.options)
  }

  // NOT having a prerelease is > having one
  if (this.prerelease.length && !other.prerelease.length) {
    return -1
  } else if (!this.prerelease.length && other.prerelease.length) {
    return 1
  } else if (!this.prerelease.length && !other.prerelease.length) {
    return 0
  }

  var i = 0
  do {
    var a = this.prerelease[i]
    var b = other.prerelease[i]
    debug('prerelease compare', i, a, b)
    if (a === undefined && b === undefined) {
      return 0
    } else if (b === undefined) {
      return 1
    } else if (a === undefined) {
      return -1
    } else if (a === b) {
      continue
    } else {
      return compareIdentifiers(a, b)
    }
  } while (++i)
}

// preminor will bump the version up to the next minor release, and immediately
// down to pre-release. premajor and prepatch work the same way.
SemVer.prototype.inc = function (release, identifier) {
  switch (release) {
    case 'premajor':
      this.prerelease.length = 0
      this.patch = 0
      this.minor = 0
      this.major++
      this.inc('pre', identifier)
      break
    case 'preminor':
      this.prerelease.length = 0
      this.patch = 0
      this.minor++
      this.inc('pre', identifier)
      break
    case 'prepatch':
      // If this is already a prerelease, it will bump to the next version
      // drop any prereleases that might already exist, since they are not
      // relevant at this point.
      this.prerelease.length = 0
      this.inc('patch', identifier)
      this.inc('pre', identifier)
      break
    // If the input is a non-prerelease version, this acts the same as
    // prepatch.
    case 'prerelease':
      if (this.prerelease.length === 0) {
        this.inc('patch', identifier)
      }
      this.inc('pre', identifier)
      break

    case 'major':
      // If this is a pre-major version, bump up to the same major version.
      // Otherwise increment major.
      // 1.0.0-5 bumps to 1.0.0
      // 1.1.0 bumps to 2.0.0
      if (this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0) {
        this.major++
      }
      this.minor = 0
      this.patch = 0
      this.prerelease = []
      break
    case 'minor':
      // If this is a pre-minor version, bump up to the same minor version.
      // Otherwise increment minor.
      // 1.2.0-5 bumps to 1.2.0
      // 1.2.1 bumps to 1.3.0
      if (this.patch !== 0 || this.prerelease.length === 0) {
        this.minor++
      }
      this.patch = 0
      this.prerelease = []
      break
    case 'patch':
      // If this is not a pre-release version, it will increment the patch.
      // If it is a pre-release it will bump up to the same patch version.
      // 1.2.0-5 patches to 1.2.0
      // 1.2.0 patches to 1.2.1
      if (this.prerelease.length === 0) {
        this.patch++
      }
      this.prerelease = []
      break
    // This probably shouldn't be used publicly.
    // 1.0.0 "pre" would become 1.0.0-0 which is the wrong direction.
    case 'pre':
      if (this.prerelease.length === 0) {
        this.prerelease = [0]
      } else {
        var i = this.prerelease.length
        while (--i >= 0) {
          if (typeof this.prerelease[i] === 'number') {
            this.prerelease[i]++
            i = -2
          }
        }
        if (i === -1) {
          // didn't increment anything
          this.prerelease.push(0)
        }
      }
      if (identifier) {
        // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
        // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
        if (this.prerelease[0] === identifier) {
          if (isNaN(this.prerelease[1])) {
            this.prerelease = [identifier, 0]
          }
        } else {
          this.prerelease = [identifier, 0]
        }
      }
      break

    default:
      throw new Error('invalid increment argument: ' + release)
  }
  this.format()
  this.raw = this.version
  return this
}

exports.inc = inc
function inc (version, release, loose, identifier) {
  if (typeof (loose) === 'string') {
    identifier = loose
    loose = undefined
  }

  try {
    return new SemVer(version, loose).inc(release, identifier).version
  } catch (er) {
    return null
  }
}

exports.diff = diff
function diff (version1, version2) {
  if (eq(version1, version2)) {
    return null
  } else {
    var v1 = parse(version1)
    var v2 = parse(version2)
    var prefix = ''
    if (v1.prerelease.length || v2.prerelease.length) {
      prefix = 'pre'
      var defaultResult = 'prerelease'
    }
    for (var key in v1) {
      if (key === 'major' || key === 'minor' || key === 'patch') {
        if (v1[key] !== v2[key]) {
          return prefix + key
        }
      }
    }
    return defaultResult // may be undefined
  }
}

exports.compareIdentifiers = compareIdentifiers

var numeric = /^[0-9]+$/
function compareIdentifiers (a, b) {
  var anum = numeric.test(a)
  var bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

exports.rcompareIdentifiers = rcompareIdentifiers
function rcompareIdentifiers (a, b) {
  return compareIdentifiers(b, a)
}

exports.major = major
function major (a, loose) {
  return new SemVer(a, loose).major
}

exports.minor = minor
function minor (a, loose) {
  return new SemVer(a, loose).minor
}

exports.patch = patch
function patch (a, loose) {
  return new SemVer(a, loose).patch
}

exports.compare = compare
function compare (a, b, loose) {
  return new SemVer(a, loose).compare(new SemVer(b, loose))
}

exports.compareLoose = compareLoose
function compareLoose (a, b) {
  return compare(a, b, true)
}

exports.rcompare = rcompare
function rcompare (a, b, loose) {
  return compare(b, a, loose)
}

exports.sort = sort
function sort (list, loose) {
  return list.sort(function (a, b) {
    return exports.compare(a, b, loose)
  })
}

exports.rsort = rsort
function rsort (list, loose) {
  return list.sort(function (a, b) {
    return exports.rcompare(a, b, loose)
  })
}

exports.gt = gt
function gt (a, b, loose) {
  return compare(a, b, loose) > 0
}

exports.lt = lt
function lt (a, b, loose) {
  return compare(a, b, loose) < 0
}

exports.eq = eq
function eq (a, b, loose) {
  return compare(a, b, loose) === 0
}

exports.neq = neq
function neq (a, b, loose) {
  return compare(a, b, loose) !== 0
}

exports.gte = gte
function gte (a, b, loose) {
  return compare(a, b, loose) >= 0
}

exports.lte = lte
function lte (a, b, loose) {
  return compare(a, b, loose) <= 0
}

exports.cmp = cmp
function cmp (a, op, b, loose) {
  switch (op) {
    case '===':
      if (typeof a === 'object')
        a = a.version
      if (typeof b === 'object')
        b = b.version
      return a === b

    case '!==':
      if (typeof a === 'object')
        a = a.version
      if (typeof b === 'object')
        b = b.version
      return a !== b

    case '':
    case '=':
    case '==':
      return eq(a, b, loose)

    case '!=':
      return neq(a, b, loose)

    case '>':
      return gt(a, b, loose)

    case '>=':
      return gte(a, b, loose)

    case '<':
      return lt(a, b, loose)

    case '<=':
      return lte(a, b, loose)

    default:
      throw new TypeError('Invalid operator: ' + op)
  }
}

exports.Comparator = Comparator
function Comparator (comp, options) {
  if (!options || typeof options !== 'object') {
    options = {
      loose: !!options,
      includePrerelease: false
    }
  }

  if (comp instanceof Comparator) {
    if (comp.loose === !!options.loose) {
      return comp
    } else {
      comp = comp.value
    }
  }

  if (!(this instanceof Comparator)) {
    return new Comparator(comp, options)
  }

  comp = comp.trim().split(/\s+/).join(' ')
  debug('comparator', comp, options)
  this.options = options
  this.loose = !!options.loose
  this.parse(comp)

  if (this.semver === ANY) {
    this.value = ''
  } else {
    this.value = this.operator + this.semver.version
  }

  debug('comp', this)
}

var ANY = {}
Comparator.prototype.parse = function (comp) {
  var r = this.options.loose ? safeRe[COMPARATORLOOSE] : safeRe[COMPARATOR]
  var m = comp.match(r)

  if (!m) {
    throw new TypeError('Invalid comparator: ' + comp)
  }

  this.operator = m[1]
  if (this.operator === '=') {
    this.operator = ''
  }

  // if it literally is just '>' or '' then allow anything.
  if (!m[2]) {
    this.semver = ANY
  } else {
    this.semver = new SemVer(m[2], this.options.loose)
  }
}

Comparator.prototype.toString = function () {
  return this.value
}

Comparator.prototype.test = function (version) {
  debug('Comparator.test', version, this.options.loose)

  if (this.semver === ANY) {
    return true
  }

  if (typeof version === 'string') {
    version = new SemVer(version, this.options)
  }

  return cmp(version, this.operator, this.semver, this.options)
}

Comparator.prototype.intersects = function (comp, options) {
  if (!(comp instanceof Comparator)) {
    throw new TypeError('a Comparator is required')
  }

  if (!options || typeof options !== 'object') {
    options = {
      loose: !!options,
      includePrerelease: false
    }
  }

  var rangeTmp

  if (this.operator === '') {
    rangeTmp = new Range(comp.value, options)
    return satisfies(this.value, rangeTmp, options)
  } else if (comp.operator === '') {
    rangeTmp = new Range(this.value, options)
    return satisfies(comp.semver, rangeTmp, options)
  }

  var sameDirectionIncreasing =
    (this.operator === '>=' || this.operator === '>') &&
    (comp.operator === '>=' || comp.operator === '>')
  var sameDirectionDecreasing =
    (this.operator === '<=' || this.operator === '<') &&
    (comp.operator === '<=' || comp.operator === '<')
  var sameSemVer = this.semver.version === comp.semver.version
  var differentDirectionsInclusive =
    (this.operator === '>=' || this.operator === '<=') &&
    (comp.operator === '>=' || comp.operator === '<=')
  var oppositeDirectionsLessThan =
    cmp(this.semver, '<', comp.semver, options) &&
    ((this.operator === '>=' || this.operator === '>') &&
    (comp.operator === '<=' || comp.operator === '<'))
  var oppositeDirectionsGreaterThan =
    cmp(this.semver, '>', comp.semver, options) &&
    ((this.operator === '<=' || this.operator === '<') &&
    (comp.operator === '>=' || comp.operator === '>'))

  return sameDirectionIncreasing || sameDirectionDecreasing ||
    (sameSemVer && differentDirectionsInclusive) ||
    oppositeDirectionsLessThan || oppositeDirectionsGreaterThan
}

exports.Range = Range
function Range (range, options) {
  if (!options || typeof options !== 'object') {
    options = {
      loose: !!options,
      includePrerelease: false
    }
  }

  if (range instanceof Range) {
    if (range.loose === !!options.loose &&
        range.includePrerelease === !!options.includePrerelease) {
      return range
    } else {
      return new Range(range.raw, options)
    }
  }

  if (range instanceof Comparator) {
    return new Range(range.value, options)
  }

  if (!(this instanceof Range)) {
    return new Range(range, options)
  }

  this.options = options
  this.loose = !!options.loose
  this.includePrerelease = !!options.includePrerelease

  // First reduce all whitespace as much as possible so we do not have to rely
  // on potentially slow regexes like \s*. This is then stored and used for
  // future error messages as well.
  this.raw = range
    .trim()
    .split(/\s+/)
    .join(' ')

  // First, split based on boolean or ||
  this.set = this.raw.split('||').map(function (range) {
    return this.parseRange(range.trim())
  }, this).filter(function (c) {
    // throw out any that are not relevant for whatever reason
    return c.length
  })

  if (!this.set.length) {
    throw new TypeError('Invalid SemVer Range: ' + this.raw)
  }

  this.format()
}

Range.prototype.format = function () {
  this.range = this.set.map(function (comps) {
    return comps.join(' ').trim()
  }).join('||').trim()
  return this.range
}

Range.prototype.toString = function () {
  return this.range
}

function isWhitespace (char) {
  var code = char && char.charCodeAt(0)
  return (code >= 0x0009 && code <= 0x000d) ||
    code === 0x0020 || code === 0x00a0 || code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 || code === 0x2029 || code === 0x202f ||
    code === 0x205f || code === 0x3000 || code === 0xfeff
}

function isVersionPrefix (char) {
  return char === 'v' || char === '=' || isWhitespace(char)
}

function isDigit (char) {
  return char !== undefined && char >= '0' && char <= '9'
}

function isLetter (char) {
  return char !== undefined &&
    ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'))
}

function isIdentifierCharacter (char) {
  return isDigit(char) || isLetter(char) || char === '-'
}

function isVersionStart (char) {
  return isDigit(char) || char === 'x' || char === 'X' || char === '*'
}

function findDigitsEndIndex (range, start, limit, digitRuns) {
  if (!isDigit(range[start])) {
    return start
  }
  if (start >= digitRuns.start && start < digitRuns.end) {
    return Math.min(start + limit, digitRuns.end)
  }
  if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
    return Math.min(start + limit, digitRuns.previousEnd)
  }
  var end = start + 1
  while (isDigit(range[end])) {
    end++
  }
  // A failed full version can rewind from its second digit run to its first.
  digitRuns.previousStart = digitRuns.start
  digitRuns.previousEnd = digitRuns.end
  digitRuns.start = start
  digitRuns.end = end
  return Math.min(start + limit, end)
}

function findVersionNumberEndIndex (range, start, loose, digitRuns) {
  if (!loose && range[start] === '0') {
    return start + 1
  }
  return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns)
}

function findPrereleaseIdentifierEndIndex (range, start, loose, digitRuns) {
  // Unlike v7, the legacy regex tries numeric identifiers before nonnumeric ones.
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, loose, digitRuns)
  }
  if (!isLetter(range[start]) && range[start] !== '-') {
    return start
  }
  var end = start + 1
  var limit = end + MAX_SAFE_BUILD_LENGTH
  while (end < limit && isIdentifierCharacter(range[end])) {
    end++
  }
  return end
}

function findPrereleaseEndIndex (range, start, loose, digitRuns) {
  var hyphen = range[start] === '-'
  if (!loose && !hyphen) {
    return start
  }
  var identifierStart = start + (hyphen ? 1 : 0)
  var end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns)
  if (end === identifierStart) {
    if (!loose || !hyphen) {
      return start
    }
    end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns)
  }
  while (range[end] === '.') {
    var next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

function findBuildEndIndex (range, start) {
  if (range[start] !== '+') {
    return start
  }
  var end = start + 1
  do {
    var identifierStart = end
    while (end - identifierStart < MAX_SAFE_BUILD_LENGTH &&
        isIdentifierCharacter(range[end])) {
      end++
    }
    if (end === identifierStart) {
      return identifierStart === start + 1 ? start : end - 1
    }
    if (range[end] !== '.') {
      return end
    }
    end++
  } while (true)
}

function findLooseFullVersionEndIndex (range, start, digitRuns) {
  var end = start
  for (var component = 0; component < 3; component++) {
    var next = findVersionNumberEndIndex(range, end, true, digitRuns)
    if (next === end) {
      return start
    }
    end = next
    if (component < 2) {
      if (range[end] !== '.') {
        return start
      }
      end++
    }
  }
  return findBuildEndIndex(range, findPrereleaseEndIndex(range, end, true, digitRuns))
}

function findPartialVersionComponentEndIndex (range, start, digitRuns) {
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, false, digitRuns)
  }
  return isVersionStart(range[start]) ? start + 1 : start
}

function findVersionEndIndex (range, start, digitRuns) {
  var end = findLooseFullVersionEndIndex(range, start, digitRuns)
  if (end !== start) {
    return end
  }
  end = findPartialVersionComponentEndIndex(range, start, digitRuns)
  for (var component = 0; component < 2; component++) {
    if (range[end] !== '.') {
      return end
    }
    var next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns)
    if (next === end + 1) {
      return end
    }
    end = next
  }
  return findBuildEndIndex(range, findPrereleaseEndIndex(range, end, false, digitRuns))
}

function findRemovableWhitespaceIndex (range, position) {
  if (isWhitespace(range[position])) {
    position++
  }
  if (range[position] === '<' || range[position] === '>') {
    position++
  }
  if (range[position] === '=') {
    position++
  }
  return isWhitespace(range[position]) ? position : -1
}

function trimComparatorWhitespace (range) {
  var result = ''
  var copyFrom = 0
  var cursor = 0
  var digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 }
  while (cursor < range.length) {
    var matchStart = cursor
    if (range[cursor] === '<' || range[cursor] === '>') {
      cursor++
    } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
      cursor++
      continue
    }
    while (cursor < range.length && isVersionPrefix(range[cursor])) {
      cursor++
    }
    if (!isVersionStart(range[cursor])) {
      continue
    }
    var whitespacePosition = findRemovableWhitespaceIndex(range, matchStart)
    if (whitespacePosition !== -1) {
      result += range.slice(copyFrom, whitespacePosition)
      copyFrom = whitespacePosition + 1
    }
    // Preserve match boundaries inside prerelease and build identifiers.
    cursor = findVersionEndIndex(range, cursor, digitRuns)
  }
  return result + range.slice(copyFrom)
}

Range.prototype.parseRange = function (range) {
  var loose = this.options.loose
  // `1.2.3 - 1.2.4` => `>=1.2.3 <=1.2.4`
  var hr = loose ? safeRe[HYPHENRANGELOOSE] : safeRe[HYPHENRANGE]
  range = range.replace(hr, hyphenReplace)
  debug('hyphen replace', range)
  // `> 1.2.3 < 1.2.5` => `>1.2.3 <1.2.5`
  range = trimComparatorWhitespace(range)
  debug('comparator trim', range)

  // `~ 1.2.3` => `~1.2.3`
  range = range.replace(safeRe[TILDETRIM], tildeTrimReplace)

  // `^ 1.2.3` => `^1.2.3`
  range = range.replace(safeRe[CARETTRIM], caretTrimReplace)

  // At this point, the range is completely trimmed and
  // ready to be split into comparators.
  var compRe = loose ? safeRe[COMPARATORLOOSE] : safeRe[COMPARATOR]
  var set = range.split(' ').map(function (comp) {
    return parseComparator(comp, this.options)
  }, this).join(' ').split(/\s+/)
  if (this.options.loose) {
    // in loose mode, throw out any that are not valid comparators
    set = set.filter(function (comp) {
      return !!comp.match(compRe)
    })
  }
  set = set.map(function (comp) {
    return new Comparator(comp, this.options)
  }, this)

  return set
}

Range.prototype.intersects = function (range, options) {
  if (!(range instanceof Range)) {
    throw new TypeError('a Range is required')
  }

  return this.set.some(function (thisComparators) {
    return thisComparators.every(function (thisComparator) {
      return range.set.some(function (rangeComparators) {
        return rangeComparators.every(function (rangeComparator) {
          return thisComparator.intersects(rangeComparator, options)
        })
      })
    })
  })
}

// Mostly just for testing and legacy API reasons
exports.toComparators = toComparators
function toComparators (range, options) {
  return new Range(range, options).set.map(function (comp) {
    return comp.map(function (c) {
      return c.value
    }).join(' ').trim().split(' ')
  })
}

// comprised of xranges, tildes, stars, and gtlt's at this point.
// already replaced the hyphen ranges
// turn into a set of JUST comparators.
function parseComparator (comp, options) {
  debug('comp', comp, options)
  comp = replaceCarets(comp, options)
  debug('caret', comp)
  comp = replaceTildes(comp, options)
  debug('tildes', comp)
  comp = replaceXRanges(comp, options)
  debug('xrange', comp)
  comp = replaceStars(comp, options)
  debug('stars', comp)
  return comp
}

function isX (id) {
  return !id || id.toLowerCase() === 'x' || id === '*'
}

// ~, ~> --> * (any, kinda silly)
// ~2, ~2.x, ~2.x.x, ~>2, ~>2.x ~>2.x.x --> >=2.0.0 <3.0.0
// ~2.0, ~2.0.x, ~>2.0, ~>2.0.x --> >=2.0.0 <2.1.0
// ~1.2, ~1.2.x, ~>1.2, ~>1.2.x --> >=1.2.0 <1.3.0
// ~1.2.3, ~>1.2.3 --> >=1.2.3 <1.3.0
// ~1.2.0, ~>1.2.0 --> >=1.2.0 <1.3.0
function replaceTildes (comp, options) {
  return comp.trim().split(/\s+/).map(function (comp) {
    return replaceTilde(comp, options)
  }).join(' ')
}

function replaceTilde (comp, options) {
  var r = options.loose ? safeRe[TILDELOOSE] : safeRe[TILDE]
  return comp.replace(r, function (_, M, m, p, pr) {
    debug('tilde', comp, _, M, m, p, pr)
    var ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = '>=' + M + '.0.0 <' + (+M + 1) + '.0.0'
    } else if (isX(p)) {
      // ~1.2 == >=1.2.0 <1.3.0
      ret = '>=' + M + '.' + m + '.0 <' + M + '.' + (+m + 1) + '.0'
    } else if (pr) {
      debug('replaceTilde pr', pr)
      ret = '>=' + M + '.' + m + '.' + p + '-' + pr +
            ' <' + M + '.' + (+m + 1) + '.0'
    } else {
      // ~1.2.3 == >=1.2.3 <1.3.0
      ret = '>=' + M + '.' + m + '.' + p +
            ' <' + M + '.' + (+m + 1) + '.0'
    }

    debug('tilde return', ret)
    return ret
  })
}

// ^ --> * (any, kinda silly)
// ^2, ^2.x, ^2.x.x --> >=2.0.0 <3.0.0
// ^2.0, ^2.0.x --> >=2.0.0 <3.0.0
// ^1.2, ^1.2.x --> >=1.2.0 <2.0.0
// ^1.2.3 --> >=1.2.3 <2.0.0
// ^1.2.0 --> >=1.2.0 <2.0.0
function replaceCarets (comp, options) {
  return comp.trim().split(/\s+/).map(function (comp) {
    return replaceCaret(comp, options)
  }).join(' ')
}

function replaceCaret (comp, options) {
  debug('caret', comp, options)
  var r = options.loose ? safeRe[CARETLOOSE] : safeRe[CARET]
  return comp.replace(r, function (_, M, m, p, pr) {
    debug('caret', comp, _, M, m, p, pr)
    var ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = '>=' + M + '.0.0 <' + (+M + 1) + '.0.0'
    } else if (isX(p)) {
      if (M === '0') {
        ret = '>=' + M + '.' + m + '.0 <' + M + '.' + (+m + 1) + '.0'
      } else {
        ret = '>=' + M + '.' + m + '.0 <' + (+M + 1) + '.0.0'
      }
    } else if (pr) {
      debug('replaceCaret pr', pr)
      if (M === '0') {
        if (m === '0') {
          ret = '>=' + M + '.' + m + '.' + p + '-' + pr +
                ' <' + M + '.' + m + '.' + (+p + 1)
        } else {
          ret = '>=' + M + '.' + m + '.' + p + '-' + pr +
                ' <' + M + '.' + (+m + 1) + '.0'
        }
      } else {
        ret = '>=' + M + '.' + m + '.' + p + '-' + pr +
              ' <' + (+M + 1) + '.0.0'
      }
    } else {
      debug('no pr')
      if (M === '0') {
        if (m === '0') {
          ret = '>=' + M + '.' + m + '.' + p +
                ' <' + M + '.' + m + '.' + (+p + 1)
        } else {
          ret = '>=' + M + '.' + m + '.' + p +
                ' <' + M + '.' + (+m + 1) + '.0'
        }
      } else {
        ret = '>=' + M + '.' + m + '.' + p +
              ' <' + (+M + 1) + '.0.0'
      }
    }

    debug('caret return', ret)
    return ret
  })
}

function replaceXRanges (comp, options) {
  debug('replaceXRanges', comp, options)
  return comp.split(/\s+/).map(function (comp) {
    return replaceXRange(comp, options)
  }).join(' ')
}

function replaceXRange (comp, options) {
  comp = comp.trim()
  var r = options.loose ? safeRe[XRANGELOOSE] : safeRe[XRANGE]
  return comp.replace(r, function (ret, gtlt, M, m, p, pr) {
    debug('xRange', comp, ret, gtlt, M, m, p, pr)
    var xM = isX(M)
    var xm = xM || isX(m)
    var xp = xm || isX(p)
    var anyX = xp

    if (gtlt === '=' && anyX) {
      gtlt = ''
    }

    if (xM) {
      if (gtlt === '>' || gtlt === '<') {
        // nothing is allowed
        ret = '<0.0.0'
      } else {
        // nothing is forbidden
        ret = '*'
      }
    } else if (gtlt && anyX) {
      // we know patch is an x, because we have any x at all.
      // replace X with 0
      if (xm) {
        m = 0
      }
      p = 0

      if (gtlt === '>') {
        // >1 => >=2.0.0
        // >1.2 => >=1.3.0
        // >1.2.3 => >= 1.2.4
        gtlt = '>='
        if (xm) {
          M = +M + 1
          m = 0
          p = 0
        } else {
          m = +m + 1
          p = 0
        }
      } else if (gtlt === '<=') {
        // <=0.7.x is actually <0.8.0, since any 0.7.x should
        // pass.  Similarly, <=7.x is actually <8.0.0, etc.
        gtlt = '<'
        if (xm) {
          M = +M + 1
        } else {
          m = +m + 1
        }
      }

      ret = gtlt + M + '.' + m + '.' + p
    } else if (xm) {
      ret = '>=' + M + '.0.0 <' + (+M + 1) + '.0.0'
    } else if (xp) {
      ret = '>=' + M + '.' + m + '.0 <' + M + '.' + (+m + 1) + '.0'
    }

    debug('xRange return', ret)

    return ret
  })
}

// Because * is AND-ed with everything else in the comparator,
// and '' means "any version", just remove the *s entirely.
function replaceStars (comp, options) {
  debug('replaceStars', comp, options)
  // Looseness is ignored here.  star is always as loose as it gets!
  return comp.trim().replace(safeRe[STAR], '')
}

// This function is passed to string.replace(safeRe[HYPHENRANGE])
// M, m, patch, prerelease, build
// 1.2 - 3.4.5 => >=1.2.0 <=3.4.5
// 1.2.3 - 3.4 => >=1.2.0 <3.5.0 Any 3.4.x will do
// 1.2 - 3.4 => >=1.2.0 <3.5.0
function hyphenReplace ($0,
  from, fM, fm, fp, fpr, fb,
  to, tM, tm, tp, tpr, tb) {
  if (isX(fM)) {
    from = ''
  } else if (isX(fm)) {
    from = '>=' + fM + '.0.0'
  } else if (isX(fp)) {
    from = '>=' + fM + '.' + fm + '.0'
  } else {
    from = '>=' + from
  }

  if (isX(tM)) {
    to = ''
  } else if (isX(tm)) {
    to = '<' + (+tM + 1) + '.0.0'
  } else if (isX(tp)) {
    to = '<' + tM + '.' + (+tm + 1) + '.0'
  } else if (tpr) {
    to = '<=' + tM + '.' + tm + '.' + tp + '-' + tpr
  } else {
    to = '<=' + to
  }

  return (from + ' ' + to).trim()
}

// if ANY of the sets match ALL of its comparators, then pass
Range.prototype.test = function (version) {
  if (!version) {
    return false
  }

  if (typeof version === 'string') {
    version = new SemVer(version, this.options)
  }

  for (var i = 0; i < this.set.length; i++) {
    if (testSet(this.set[i], version, this.options)) {
      return true
    }
  }
  return false
}

function testSet (set, version, options) {
  for (var i = 0; i < set.length; i++) {
    if (!set[i].test(version)) {
      return false
    }
  }

  if (version.prerelease.length && !options.includePrerelease) {
    // Find the set of versions that are allowed to have prereleases
    // For example, ^1.2.3-pr.1 desugars to >=1.2.3-pr.1 <2.0.0
    // That should allow `1.2.3-pr.2` to pass.
    // However, `1.2.4-alpha.notready` should NOT be allowed,
    // even though it's within the range set by the comparators.
    for (i = 0; i < set.length; i++) {
      debug(set[i].semver)
      if (set[i].semver === ANY) {
        continue
      }

      if (set[i].semver.prerelease.length > 0) {
        var allowed = set[i].semver
        if (allowed.major === version.major &&
            allowed.minor === version.minor &&
            allowed.patch === version.patch) {
          return true
        }
      }
    }

    // Version has a -pre, but it's not one of the ones we like.
    return false
  }

  return true
}

exports.satisfies = satisfies
function satisfies (version, range, options) {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}

exports.maxSatisfying = maxSatisfying
function maxSatisfying (versions, range, options) {
  var max = null
  var maxSV = null
  try {
    var rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach(function (v) {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}

exports.minSatisfying = minSatisfying
function minSatisfying (versions, range, options) {
  var min = null
  var minSV = null
  try {
    var rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach(function (v) {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!min || minSV.compare(v) === 1) {
        // compare(min, v, true)
        min = v
        minSV = new SemVer(min, options)
      }
    }
  })
  return min
}

exports.minVersion = minVersion
function minVersion (range, loose) {
  range = new Range(range, loose)

  var minver = new SemVer('0.0.0')
  if (range.test(minver)) {
    return minver
  }

  minver = new SemVer('0.0.0-0')
  if (range.test(minver)) {
    return minver
  }

  minver = null
  for (var i = 0; i < range.set.length; ++i) {
    var comparators = range.set[i]

    comparators.forEach(function (comparator) {
      // Clone to avoid manipulating the comparator's semver object.
      var compver = new SemVer(comparator.semver.version)
      switch (comparator.operator) {
        case '>':
          if (compver.prerelease.length === 0) {
            compver.patch++
          } else {
            compver.prerelease.push(0)
          }
          compver.raw = compver.format()
          /* fallthrough */
        case '':
        case '>=':
          if (!minver || gt(minver, compver)) {
            minver = compver
          }
          break
        case '<':
        case '<=':
          /* Ignore maximum versions */
          break
        /* istanbul ignore next */
        default:
          throw new Error('Unexpected operation: ' + comparator.operator)
      }
    })
  }

  if (minver && range.test(minver)) {
    return minver
  }

  return null
}

exports.validRange = validRange
function validRange (range, options) {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}

// Determine if version is less than all the versions possible in the range
exports.ltr = ltr
function ltr (version, range, options) {
  return outside(version, range, '<', options)
}

// Determine if version is greater than all the versions possible in the range.
exports.gtr = gtr
function gtr (version, range, options) {
  return outside(version, range, '>', options)
}

exports.outside = outside
function outside (version, range, hilo, options) {
  version = new SemVer(version, options)
  range = new Range(range, options)

  var gtfn, ltefn, ltfn, comp, ecomp
  switch (hilo) {
    case '>':
      gtfn = gt
      ltefn = lte
      ltfn = lt
      comp = '>'
      ecomp = '>='
      break
    case '<':
      gtfn = lt
      ltefn = gte
      ltfn = gt
      comp = '<'
      ecomp = '<='
      break
    default:
      throw new TypeError('Must provide a hilo val of "<" or ">"')
  }

  // If it satisifes the range it is not outside
  if (satisfies(version, range, options)) {
    return false
  }

  // From now on, variable terms are as if we're in "gtr" mode.
  // but note that everything is flipped for the "ltr" function.

  for (var i = 0; i < range.set.length; ++i) {
    var comparators = range.set[i]

    var high = null
    var low = null

    comparators.forEach(function (comparator) {
      if (comparator.semver === ANY) {
        comparator = new Comparator('>=0.0.0')
      }
      high = high || comparator
      low = low || comparator
      if (gtfn(comparator.semver, high.semver, options)) {
        high = comparator
      } else if (ltfn(comparator.semver, low.semver, options)) {
        low = comparator
      }
    })

    // If the edge version comparator has a operator then our version
    // isn't outside it
    if (high.operator === comp || high.operator === ecomp) {
      return false
    }

    // If the lowest version comparator has an operator and our version
    // is less than it then it isn't higher than the range
    if ((!low.operator || low.operator === comp) &&
        ltefn(version, low.semver)) {
      return false
    } else if (low.operator === ecomp && ltfn(version, low.semver)) {
      return false
    }
  }
  return true
}

exports.prerelease = prerelease
function prerelease (version, options) {
  var parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}

exports.intersects = intersects
function intersects (r1, r2, options) {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2)
}

exports.coerce = coerce
function coerce (version) {
  if (version instanceof SemVer) {
    return version
  }

  if (typeof version !== 'string') {
    return null
  }

  var match = version.match(safeRe[COERCE])

  if (match == null) {
    return null
  }

  return parse(match[1] +
    '.' + (match[2] || '0') +
    '.' + (match[3] || '0'))
}


/***/ }),

/***/ 358:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {


var __spreadArray = (this && this.__spreadArray) || function (to, from, pack) {
    if (pack || arguments.length === 2) for (var i = 0, l = from.length, ar; i < l; i++) {
        if (ar || !(i in from)) {
            if (!ar) ar = Array.prototype.slice.call(from, 0, i);
            ar[i] = from[i];
        }
    }
    return to.concat(ar || Array.prototype.slice.call(from));
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.getPlatform = exports.osType = exports.writeFile = exports.exist = exports.stats = exports.debug = exports.error = exports.warning = exports.command = exports.setTaskVariable = exports.getTaskVariable = exports.getSecureFileTicket = exports.getSecureFileName = exports.getEndpointAuthorization = exports.getEndpointAuthorizationParameterRequired = exports.getEndpointAuthorizationParameter = exports.getEndpointAuthorizationSchemeRequired = exports.getEndpointAuthorizationScheme = exports.getEndpointDataParameterRequired = exports.getEndpointDataParameter = exports.getEndpointUrlRequired = exports.getEndpointUrl = exports.getPathInputRequired = exports.getPathInput = exports.filePathSupplied = exports.getDelimitedInput = exports.getPipelineFeature = exports.getBoolFeatureFlag = exports.getBoolInput = exports.getInputRequired = exports.getInput = exports.setSecret = exports.setVariable = exports.getVariables = exports.assertAgent = exports.getVariable = exports.loc = exports.setResourcePath = exports.setSanitizedResult = exports.setResult = exports.setErrStream = exports.setStdStream = exports.AgentHostedMode = exports.Platform = exports.IssueSource = exports.FieldType = exports.ArtifactType = exports.IssueType = exports.TaskState = exports.TaskResult = void 0;
exports.defaultAllowedVsoCommands = exports.errorExternalOutput = exports.warningExternalOutput = exports.debugExternalOutput = exports.writeExternalOutput = exports.createExternalOutputStream = exports.updateReleaseName = exports.addBuildTag = exports.updateBuildNumber = exports.uploadBuildLog = exports.associateArtifact = exports.uploadArtifact = exports.logIssue = exports.logDetail = exports.setProgress = exports.setEndpoint = exports.addAttachment = exports.uploadSummary = exports.prependPath = exports.uploadFile = exports.CodeCoverageEnabler = exports.CodeCoveragePublisher = exports.TestPublisher = exports.getHttpCertConfiguration = exports.getHttpProxyConfiguration = exports.findMatch = exports.filter = exports.match = exports.tool = exports.execSync = exports.exec = exports.execAsync = exports.rmRF = exports.legacyFindFiles = exports.find = exports.retry = exports.mv = exports.cp = exports.ls = exports.which = exports.resolve = exports.mkdirP = exports.popd = exports.pushd = exports.cd = exports.checkPath = exports.cwd = exports.getSprint = exports.getAgentMode = exports.getNodeMajorVersion = void 0;
var childProcess = __nccwpck_require__(5317);
var fs = __nccwpck_require__(9896);
var path = __nccwpck_require__(6928);
var os = __nccwpck_require__(857);
var minimatch = __nccwpck_require__(3772);
var im = __nccwpck_require__(8202);
var tcm = __nccwpck_require__(8373);
var trm = __nccwpck_require__(419);
var eom = __nccwpck_require__(6037);
var semver = __nccwpck_require__(7763);
var TaskResult;
(function (TaskResult) {
    TaskResult[TaskResult["Succeeded"] = 0] = "Succeeded";
    TaskResult[TaskResult["SucceededWithIssues"] = 1] = "SucceededWithIssues";
    TaskResult[TaskResult["Failed"] = 2] = "Failed";
    TaskResult[TaskResult["Cancelled"] = 3] = "Cancelled";
    TaskResult[TaskResult["Skipped"] = 4] = "Skipped";
})(TaskResult = exports.TaskResult || (exports.TaskResult = {}));
var TaskState;
(function (TaskState) {
    TaskState[TaskState["Unknown"] = 0] = "Unknown";
    TaskState[TaskState["Initialized"] = 1] = "Initialized";
    TaskState[TaskState["InProgress"] = 2] = "InProgress";
    TaskState[TaskState["Completed"] = 3] = "Completed";
})(TaskState = exports.TaskState || (exports.TaskState = {}));
var IssueType;
(function (IssueType) {
    IssueType[IssueType["Error"] = 0] = "Error";
    IssueType[IssueType["Warning"] = 1] = "Warning";
})(IssueType = exports.IssueType || (exports.IssueType = {}));
var ArtifactType;
(function (ArtifactType) {
    ArtifactType[ArtifactType["Container"] = 0] = "Container";
    ArtifactType[ArtifactType["FilePath"] = 1] = "FilePath";
    ArtifactType[ArtifactType["VersionControl"] = 2] = "VersionControl";
    ArtifactType[ArtifactType["GitRef"] = 3] = "GitRef";
    ArtifactType[ArtifactType["TfvcLabel"] = 4] = "TfvcLabel";
})(ArtifactType = exports.ArtifactType || (exports.ArtifactType = {}));
var FieldType;
(function (FieldType) {
    FieldType[FieldType["AuthParameter"] = 0] = "AuthParameter";
    FieldType[FieldType["DataParameter"] = 1] = "DataParameter";
    FieldType[FieldType["Url"] = 2] = "Url";
})(FieldType = exports.FieldType || (exports.FieldType = {}));
exports.IssueSource = im.IssueSource;
/** Platforms supported by our build agent */
var Platform;
(function (Platform) {
    Platform[Platform["Windows"] = 0] = "Windows";
    Platform[Platform["MacOS"] = 1] = "MacOS";
    Platform[Platform["Linux"] = 2] = "Linux";
})(Platform = exports.Platform || (exports.Platform = {}));
var AgentHostedMode;
(function (AgentHostedMode) {
    AgentHostedMode[AgentHostedMode["Unknown"] = 0] = "Unknown";
    AgentHostedMode[AgentHostedMode["SelfHosted"] = 1] = "SelfHosted";
    AgentHostedMode[AgentHostedMode["MsHosted"] = 2] = "MsHosted";
})(AgentHostedMode = exports.AgentHostedMode || (exports.AgentHostedMode = {}));
var SPRINT_ONE_START_UTC_MS = Date.UTC(2010, 7, 14, 0, 0, 0, 0);
var DAYS_PER_WEEK = 7;
var DAYS_PER_SPRINT = 21;
var MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;
//-----------------------------------------------------
// General Helpers
//-----------------------------------------------------
exports.setStdStream = im._setStdStream;
exports.setErrStream = im._setErrStream;
function setResult(result, message, done) {
    (0, exports.debug)('task result: ' + TaskResult[result]);
    // add an error issue
    if (result == TaskResult.Failed && message) {
        (0, exports.error)(message, exports.IssueSource.TaskInternal);
    }
    else if (result == TaskResult.SucceededWithIssues && message) {
        (0, exports.warning)(message, exports.IssueSource.TaskInternal);
    }
    // task.complete
    var properties = { 'result': TaskResult[result] };
    if (done) {
        properties['done'] = 'true';
    }
    (0, exports.command)('task.complete', properties, message);
}
exports.setResult = setResult;
/**
 * Sets the result of the task with sanitized message.
 *
 * @param result    TaskResult enum of Succeeded, SucceededWithIssues, Failed, Cancelled or Skipped.
 * @param message   A message which will be logged as an error issue if the result is Failed. Message will be truncated
 *                  before first occurence of wellknown sensitive keyword.
 * @param done      Optional. Instructs the agent the task is done. This is helpful when child processes
 *                  may still be running and prevent node from fully exiting. This argument is supported
 *                  from agent version 2.142.0 or higher (otherwise will no-op).
 * @returns         void
 */
function setSanitizedResult(result, message, done) {
    var pattern = /password|key|secret|bearer|authorization|token|pat/i;
    var sanitizedMessage = im._truncateBeforeSensitiveKeyword(message, pattern);
    setResult(result, sanitizedMessage, done);
}
exports.setSanitizedResult = setSanitizedResult;
//
// Catching all exceptions
//
process.on('uncaughtException', function (err) {
    if (!im.isSigPipeError(err)) {
        setResult(TaskResult.Failed, (0, exports.loc)('LIB_UnhandledEx', err.message));
        (0, exports.error)(String(err.stack), im.IssueSource.TaskInternal);
    }
});
//
// Catching unhandled rejections from promises and rethrowing them as exceptions
// For example, a promise that is rejected but not handled by a .catch() handler in node 10
// doesn't cause an uncaughtException but causes in Node 16.
// For types definitions(Error | Any) see https://nodejs.org/docs/latest-v16.x/api/process.html#event-unhandledrejection
//
process.on('unhandledRejection', function (reason) {
    if (reason instanceof Error) {
        throw reason;
    }
    else {
        throw new Error(reason);
    }
});
//-----------------------------------------------------
// Loc Helpers
//-----------------------------------------------------
exports.setResourcePath = im._setResourcePath;
exports.loc = im._loc;
//-----------------------------------------------------
// Input Helpers
//-----------------------------------------------------
exports.getVariable = im._getVariable;
/**
 * Asserts the agent version is at least the specified minimum.
 *
 * @param    minimum    minimum version version - must be 2.104.1 or higher
 */
function assertAgent(minimum) {
    if (semver.lt(minimum, '2.104.1')) {
        throw new Error('assertAgent() requires the parameter to be 2.104.1 or higher');
    }
    var agent = (0, exports.getVariable)('Agent.Version');
    (0, exports.debug)('Detected Agent.Version=' + (agent ? agent : 'undefined'));
    if (agent && semver.lt(agent, minimum)) {
        throw new Error("Agent version ".concat(minimum, " or higher is required. Detected Agent version: ").concat(agent));
    }
}
exports.assertAgent = assertAgent;
/**
 * Gets a snapshot of the current state of all job variables available to the task.
 * Requires a 2.104.1 agent or higher for full functionality.
 *
 * Limitations on an agent prior to 2.104.1:
 *  1) The return value does not include all public variables. Only public variables
 *     that have been added using setVariable are returned.
 *  2) The name returned for each secret variable is the formatted environment variable
 *     name, not the actual variable name (unless it was set explicitly at runtime using
 *     setVariable).
 *
 * @returns VariableInfo[]
 */
function getVariables() {
    return Object.keys(im._knownVariableMap)
        .map(function (key) {
        var info = im._knownVariableMap[key];
        return { name: info.name, value: (0, exports.getVariable)(info.name), secret: info.secret };
    });
}
exports.getVariables = getVariables;
/**
 * Sets a variable which will be available to subsequent tasks as well.
 *
 * @param     name     name of the variable to set
 * @param     val      value to set
 * @param     secret   whether variable is secret.  Multi-line secrets are not allowed.  Optional, defaults to false
 * @param     isOutput whether variable is an output variable.  Optional, defaults to false
 * @returns   void
 */
function setVariable(name, val, secret, isOutput) {
    if (secret === void 0) { secret = false; }
    if (isOutput === void 0) { isOutput = false; }
    // once a secret always a secret
    var key = im._getVariableKey(name);
    if (im._knownVariableMap.hasOwnProperty(key)) {
        secret = secret || im._knownVariableMap[key].secret;
    }
    // store the value
    var varValue = val || '';
    (0, exports.debug)('set ' + name + '=' + (secret && varValue ? '********' : varValue));
    if (secret) {
        if (varValue && varValue.match(/\r|\n/) && "".concat(process.env['SYSTEM_UNSAFEALLOWMULTILINESECRET']).toUpperCase() != 'TRUE') {
            throw new Error((0, exports.loc)('LIB_MultilineSecret'));
        }
        im._vault.storeSecret('SECRET_' + key, varValue);
        delete process.env[key];
    }
    else {
        process.env[key] = varValue;
    }
    // store the metadata
    im._knownVariableMap[key] = { name: name, secret: secret };
    // write the setvariable command
    (0, exports.command)('task.setvariable', { 'variable': name || '', isOutput: (isOutput || false).toString(), 'issecret': (secret || false).toString() }, varValue);
}
exports.setVariable = setVariable;
/**
 * Registers a value with the logger, so the value will be masked from the logs.  Multi-line secrets are not allowed.
 *
 * @param val value to register
 */
function setSecret(val) {
    if (val) {
        if (val.match(/\r|\n/) && "".concat(process.env['SYSTEM_UNSAFEALLOWMULTILINESECRET']).toUpperCase() !== 'TRUE') {
            throw new Error((0, exports.loc)('LIB_MultilineSecret'));
        }
        (0, exports.command)('task.setsecret', {}, val);
    }
}
exports.setSecret = setSecret;
/**
 * Gets the value of an input.
 * If required is true and the value is not set, it will throw.
 *
 * @param     name     name of the input to get
 * @param     required whether input is required.  optional, defaults to false
 * @returns   string
 */
function getInput(name, required) {
    var inval = im._vault.retrieveSecret('INPUT_' + im._getVariableKey(name));
    if (required && !inval) {
        throw new Error((0, exports.loc)('LIB_InputRequired', name));
    }
    (0, exports.debug)(name + '=' + inval);
    return inval;
}
exports.getInput = getInput;
/**
 * Gets the value of an input.
 * If the value is not set, it will throw.
 *
 * @param     name     name of the input to get
 * @returns   string
 */
function getInputRequired(name) {
    return getInput(name, true);
}
exports.getInputRequired = getInputRequired;
/**
 * Gets the value of an input and converts to a bool.  Convenience.
 * If required is true and the value is not set, it will throw.
 * If required is false and the value is not set, returns false.
 *
 * @param     name     name of the bool input to get
 * @param     required whether input is required.  optional, defaults to false
 * @returns   boolean
 */
function getBoolInput(name, required) {
    return (getInput(name, required) || '').toUpperCase() == "TRUE";
}
exports.getBoolInput = getBoolInput;
/**
 * Gets the value of an feature flag and converts to a bool.
 * @IMPORTANT This method is only for internal Microsoft development. Do not use it for external tasks.
 * @param     name     name of the feature flag to get.
 * @param     defaultValue default value of the feature flag in case it's not found in env. (optional. Default value = false)
 * @returns   boolean
 * @deprecated Don't use this for new development. Use getPipelineFeature instead.
 */
function getBoolFeatureFlag(ffName, defaultValue) {
    if (defaultValue === void 0) { defaultValue = false; }
    var ffValue = process.env[ffName];
    if (!ffValue) {
        (0, exports.debug)("Feature flag ".concat(ffName, " not found. Returning ").concat(defaultValue, " as default."));
        return defaultValue;
    }
    (0, exports.debug)("Feature flag ".concat(ffName, " = ").concat(ffValue));
    return ffValue.toLowerCase() === "true";
}
exports.getBoolFeatureFlag = getBoolFeatureFlag;
/**
 * Gets the value of an task feature and converts to a bool.
 * @IMPORTANT This method is only for internal Microsoft development. Do not use it for external tasks.
 * @param     name     name of the feature to get.
 * @returns   boolean
 */
function getPipelineFeature(featureName) {
    var variableName = im._getVariableKey("DistributedTask.Tasks.".concat(featureName));
    var featureValue = process.env[variableName];
    if (!featureValue) {
        (0, exports.debug)("Feature '".concat(featureName, "' not found. Returning false as default."));
        return false;
    }
    var boolValue = featureValue.toLowerCase() === "true";
    (0, exports.debug)("Feature '".concat(featureName, "' = '").concat(featureValue, "'. Processed as '").concat(boolValue, "'."));
    return boolValue;
}
exports.getPipelineFeature = getPipelineFeature;
/**
 * Gets the value of an input and splits the value using a delimiter (space, comma, etc).
 * Empty values are removed.  This function is useful for splitting an input containing a simple
 * list of items - such as build targets.
 * IMPORTANT: Do not use this function for splitting additional args!  Instead use argString(), which
 * follows normal argument splitting rules and handles values encapsulated by quotes.
 * If required is true and the value is not set, it will throw.
 *
 * @param     name     name of the input to get
 * @param     delim    delimiter to split on
 * @param     required whether input is required.  optional, defaults to false
 * @returns   string[]
 */
function getDelimitedInput(name, delim, required) {
    var inputVal = getInput(name, required);
    if (!inputVal) {
        return [];
    }
    var result = [];
    inputVal.split(delim).forEach(function (x) {
        if (x) {
            result.push(x);
        }
    });
    return result;
}
exports.getDelimitedInput = getDelimitedInput;
/**
 * Checks whether a path inputs value was supplied by the user
 * File paths are relative with a picker, so an empty path is the root of the repo.
 * Useful if you need to condition work (like append an arg) if a value was supplied
 *
 * @param     name      name of the path input to check
 * @returns   boolean
 */
function filePathSupplied(name) {
    // normalize paths
    var pathValue = this.resolve(this.getPathInput(name) || '');
    var repoRoot = this.resolve((0, exports.getVariable)('build.sourcesDirectory') || (0, exports.getVariable)('system.defaultWorkingDirectory') || '');
    var supplied = pathValue !== repoRoot;
    (0, exports.debug)(name + 'path supplied :' + supplied);
    return supplied;
}
exports.filePathSupplied = filePathSupplied;
/**
 * Gets the value of a path input
 * It will be quoted for you if it isn't already and contains spaces
 * If required is true and the value is not set, it will throw.
 * If check is true and the path does not exist, it will throw.
 *
 * @param     name      name of the input to get
 * @param     required  whether input is required.  optional, defaults to false
 * @param     check     whether path is checked.  optional, defaults to false
 * @returns   string
 */
function getPathInput(name, required, check) {
    var inval = getInput(name, required);
    if (inval) {
        if (check) {
            (0, exports.checkPath)(inval, name);
        }
    }
    return inval;
}
exports.getPathInput = getPathInput;
/**
 * Gets the value of a path input
 * It will be quoted for you if it isn't already and contains spaces
 * If the value is not set, it will throw.
 * If check is true and the path does not exist, it will throw.
 *
 * @param     name      name of the input to get
 * @param     check     whether path is checked.  optional, defaults to false
 * @returns   string
 */
function getPathInputRequired(name, check) {
    return getPathInput(name, true, check);
}
exports.getPathInputRequired = getPathInputRequired;
//-----------------------------------------------------
// Endpoint Helpers
//-----------------------------------------------------
/**
 * Gets the url for a service endpoint
 * If the url was not set and is not optional, it will throw.
 *
 * @param     id        name of the service endpoint
 * @param     optional  whether the url is optional
 * @returns   string
 */
function getEndpointUrl(id, optional) {
    var urlval = process.env['ENDPOINT_URL_' + id];
    if (!optional && !urlval) {
        throw new Error((0, exports.loc)('LIB_EndpointNotExist', id));
    }
    (0, exports.debug)(id + '=' + urlval);
    return urlval;
}
exports.getEndpointUrl = getEndpointUrl;
/**
 * Gets the url for a service endpoint
 * If the url was not set, it will throw.
 *
 * @param     id        name of the service endpoint
 * @returns   string
 */
function getEndpointUrlRequired(id) {
    return getEndpointUrl(id, false);
}
exports.getEndpointUrlRequired = getEndpointUrlRequired;
/*
 * Gets the endpoint data parameter value with specified key for a service endpoint
 * If the endpoint data parameter was not set and is not optional, it will throw.
 *
 * @param id name of the service endpoint
 * @param key of the parameter
 * @param optional whether the endpoint data is optional
 * @returns {string} value of the endpoint data parameter
 */
function getEndpointDataParameter(id, key, optional) {
    var dataParamVal = process.env['ENDPOINT_DATA_' + id + '_' + key.toUpperCase()];
    if (!optional && !dataParamVal) {
        throw new Error((0, exports.loc)('LIB_EndpointDataNotExist', id, key));
    }
    (0, exports.debug)(id + ' data ' + key + ' = ' + dataParamVal);
    return dataParamVal;
}
exports.getEndpointDataParameter = getEndpointDataParameter;
/*
 * Gets the endpoint data parameter value with specified key for a service endpoint
 * If the endpoint data parameter was not set, it will throw.
 *
 * @param id name of the service endpoint
 * @param key of the parameter
 * @returns {string} value of the endpoint data parameter
 */
function getEndpointDataParameterRequired(id, key) {
    return getEndpointDataParameter(id, key, false);
}
exports.getEndpointDataParameterRequired = getEndpointDataParameterRequired;
/**
 * Gets the endpoint authorization scheme for a service endpoint
 * If the endpoint authorization scheme is not set and is not optional, it will throw.
 *
 * @param id name of the service endpoint
 * @param optional whether the endpoint authorization scheme is optional
 * @returns {string} value of the endpoint authorization scheme
 */
function getEndpointAuthorizationScheme(id, optional) {
    var authScheme = im._vault.retrieveSecret('ENDPOINT_AUTH_SCHEME_' + id);
    if (!optional && !authScheme) {
        throw new Error((0, exports.loc)('LIB_EndpointAuthNotExist', id));
    }
    (0, exports.debug)(id + ' auth scheme = ' + authScheme);
    return authScheme;
}
exports.getEndpointAuthorizationScheme = getEndpointAuthorizationScheme;
/**
 * Gets the endpoint authorization scheme for a service endpoint
 * If the endpoint authorization scheme is not set, it will throw.
 *
 * @param id name of the service endpoint
 * @returns {string} value of the endpoint authorization scheme
 */
function getEndpointAuthorizationSchemeRequired(id) {
    return getEndpointAuthorizationScheme(id, false);
}
exports.getEndpointAuthorizationSchemeRequired = getEndpointAuthorizationSchemeRequired;
/**
 * Gets the endpoint authorization parameter value for a service endpoint with specified key
 * If the endpoint authorization parameter is not set and is not optional, it will throw.
 *
 * @param id name of the service endpoint
 * @param key key to find the endpoint authorization parameter
 * @param optional optional whether the endpoint authorization scheme is optional
 * @returns {string} value of the endpoint authorization parameter value
 */
function getEndpointAuthorizationParameter(id, key, optional) {
    var authParam = im._vault.retrieveSecret('ENDPOINT_AUTH_PARAMETER_' + id + '_' + key.toUpperCase());
    if (!optional && !authParam) {
        throw new Error((0, exports.loc)('LIB_EndpointAuthNotExist', id));
    }
    (0, exports.debug)(id + ' auth param ' + key + ' = ' + authParam);
    return authParam;
}
exports.getEndpointAuthorizationParameter = getEndpointAuthorizationParameter;
/**
 * Gets the endpoint authorization parameter value for a service endpoint with specified key
 * If the endpoint authorization parameter is not set, it will throw.
 *
 * @param id name of the service endpoint
 * @param key key to find the endpoint authorization parameter
 * @returns {string} value of the endpoint authorization parameter value
 */
function getEndpointAuthorizationParameterRequired(id, key) {
    return getEndpointAuthorizationParameter(id, key, false);
}
exports.getEndpointAuthorizationParameterRequired = getEndpointAuthorizationParameterRequired;
/**
 * Gets the authorization details for a service endpoint
 * If the authorization was not set and is not optional, it will set the task result to Failed.
 *
 * @param     id        name of the service endpoint
 * @param     optional  whether the url is optional
 * @returns   string
 */
function getEndpointAuthorization(id, optional) {
    var aval = im._vault.retrieveSecret('ENDPOINT_AUTH_' + id);
    if (!optional && !aval) {
        setResult(TaskResult.Failed, (0, exports.loc)('LIB_EndpointAuthNotExist', id));
    }
    (0, exports.debug)(id + ' exists ' + (!!aval));
    var auth;
    try {
        if (aval) {
            auth = JSON.parse(aval);
        }
    }
    catch (err) {
        throw new Error((0, exports.loc)('LIB_InvalidEndpointAuth', aval));
    }
    return auth;
}
exports.getEndpointAuthorization = getEndpointAuthorization;
//-----------------------------------------------------
// SecureFile Helpers
//-----------------------------------------------------
/**
 * Gets the name for a secure file
 *
 * @param     id        secure file id
 * @returns   string
 */
function getSecureFileName(id) {
    var name = process.env['SECUREFILE_NAME_' + id];
    (0, exports.debug)('secure file name for id ' + id + ' = ' + name);
    return name;
}
exports.getSecureFileName = getSecureFileName;
/**
  * Gets the secure file ticket that can be used to download the secure file contents
  *
  * @param id name of the secure file
  * @returns {string} secure file ticket
  */
function getSecureFileTicket(id) {
    var ticket = im._vault.retrieveSecret('SECUREFILE_TICKET_' + id);
    (0, exports.debug)('secure file ticket for id ' + id + ' = ' + ticket);
    return ticket;
}
exports.getSecureFileTicket = getSecureFileTicket;
//-----------------------------------------------------
// Task Variable Helpers
//-----------------------------------------------------
/**
 * Gets a variable value that is set by previous step from the same wrapper task.
 * Requires a 2.115.0 agent or higher.
 *
 * @param     name     name of the variable to get
 * @returns   string
 */
function getTaskVariable(name) {
    assertAgent('2.115.0');
    var inval = im._vault.retrieveSecret('VSTS_TASKVARIABLE_' + im._getVariableKey(name));
    if (inval) {
        inval = inval.trim();
    }
    (0, exports.debug)('task variable: ' + name + '=' + inval);
    return inval;
}
exports.getTaskVariable = getTaskVariable;
/**
 * Sets a task variable which will only be available to subsequent steps belong to the same wrapper task.
 * Requires a 2.115.0 agent or higher.
 *
 * @param     name    name of the variable to set
 * @param     val     value to set
 * @param     secret  whether variable is secret.  optional, defaults to false
 * @returns   void
 */
function setTaskVariable(name, val, secret) {
    if (secret === void 0) { secret = false; }
    assertAgent('2.115.0');
    var key = im._getVariableKey(name);
    // store the value
    var varValue = val || '';
    (0, exports.debug)('set task variable: ' + name + '=' + (secret && varValue ? '********' : varValue));
    im._vault.storeSecret('VSTS_TASKVARIABLE_' + key, varValue);
    delete process.env[key];
    // write the command
    (0, exports.command)('task.settaskvariable', { 'variable': name || '', 'issecret': (secret || false).toString() }, varValue);
}
exports.setTaskVariable = setTaskVariable;
//-----------------------------------------------------
// Cmd Helpers
//-----------------------------------------------------
exports.command = im._command;
exports.warning = im._warning;
exports.error = im._error;
exports.debug = im._debug;
//-----------------------------------------------------
// Disk Functions
//-----------------------------------------------------
/**
 * Get's stat on a path.
 * Useful for checking whether a file or directory.  Also getting created, modified and accessed time.
 * see [fs.stat](https://nodejs.org/api/fs.html#fs_class_fs_stats)
 *
 * @param     path      path to check
 * @returns   fsStat
 */
function stats(path) {
    return fs.statSync(path);
}
exports.stats = stats;
exports.exist = im._exist;
function writeFile(file, data, options) {
    if (typeof (options) === 'string') {
        fs.writeFileSync(file, data, { encoding: options });
    }
    else {
        fs.writeFileSync(file, data, options);
    }
}
exports.writeFile = writeFile;
/**
 * @deprecated Use `getPlatform`
 * Useful for determining the host operating system.
 * see [os.type](https://nodejs.org/api/os.html#os_os_type)
 *
 * @return      the name of the operating system
 */
function osType() {
    return os.type();
}
exports.osType = osType;
/**
 * Determine the operating system the build agent is running on.
 * @returns {Platform}
 * @throws {Error} Platform is not supported by our agent
 */
function getPlatform() {
    switch (process.platform) {
        case 'win32': return Platform.Windows;
        case 'darwin': return Platform.MacOS;
        case 'linux': return Platform.Linux;
        default: throw Error((0, exports.loc)('LIB_PlatformNotSupported', process.platform));
    }
}
exports.getPlatform = getPlatform;
/**
 * Resolves major version of Node.js engine used by the agent.
 * @returns {Number} Node's major version.
 */
function getNodeMajorVersion() {
    var _a;
    var version = (_a = process === null || process === void 0 ? void 0 : process.versions) === null || _a === void 0 ? void 0 : _a.node;
    if (!version) {
        throw new Error((0, exports.loc)('LIB_UndefinedNodeVersion'));
    }
    var parts = version.split('.').map(Number);
    if (parts.length < 1) {
        return NaN;
    }
    return parts[0];
}
exports.getNodeMajorVersion = getNodeMajorVersion;
/**
 * Return hosted type of Agent
 * @returns {AgentHostedMode}
 */
function getAgentMode() {
    var agentCloudId = (0, exports.getVariable)('Agent.CloudId');
    if (agentCloudId === undefined)
        return AgentHostedMode.Unknown;
    if (agentCloudId)
        return AgentHostedMode.MsHosted;
    return AgentHostedMode.SelfHosted;
}
exports.getAgentMode = getAgentMode;
/**
 * Calculates sprint and week using the same cadence as whatsprintis.it.
 *
 * @param date Optional date to evaluate. Defaults to the current date/time.
 * @returns SprintInfo with `sprint` and `week` properties.
 */
function getSprint(date) {
    var targetDate = date || new Date();
    var elapsedDays = Math.floor((targetDate.getTime() - SPRINT_ONE_START_UTC_MS) / MILLISECONDS_PER_DAY);
    var sprintIndex = Math.floor(elapsedDays / DAYS_PER_SPRINT);
    var dayWithinSprint = ((elapsedDays % DAYS_PER_SPRINT) + DAYS_PER_SPRINT) % DAYS_PER_SPRINT;
    return {
        sprint: sprintIndex + 1,
        week: Math.floor(dayWithinSprint / DAYS_PER_WEEK) + 1
    };
}
exports.getSprint = getSprint;
/**
 * Returns the process's current working directory.
 * see [process.cwd](https://nodejs.org/api/process.html#process_process_cwd)
 *
 * @return      the path to the current working directory of the process
 */
function cwd() {
    return process.cwd();
}
exports.cwd = cwd;
exports.checkPath = im._checkPath;
/**
 * Change working directory.
 *
 * @param   {string} path - New working directory path
 * @returns {void}
 */
function cd(path) {
    if (path === '-') {
        if (!process.env.OLDPWD) {
            throw new Error((0, exports.loc)('LIB_NotFoundPreviousDirectory'));
        }
        else {
            path = process.env.OLDPWD;
        }
    }
    if (path === '~') {
        path = os.homedir();
    }
    if (!fs.existsSync(path)) {
        throw new Error((0, exports.loc)('LIB_PathNotFound', 'cd', path));
    }
    if (!fs.statSync(path).isDirectory()) {
        throw new Error((0, exports.loc)('LIB_PathIsNotADirectory', path));
    }
    try {
        var currentPath = process.cwd();
        process.chdir(path);
        process.env.OLDPWD = currentPath;
    }
    catch (error) {
        (0, exports.debug)((0, exports.loc)('LIB_OperationFailed', 'cd', error));
    }
}
exports.cd = cd;
var dirStack = [];
function getActualStack() {
    return [process.cwd()].concat(dirStack);
}
/**
 * Change working directory and push it on the stack
 *
 * @param   {string} dir - New working directory path
 * @returns {void}
 */
function pushd(dir) {
    if (dir === void 0) { dir = ''; }
    var dirs = getActualStack();
    var maybeIndex = parseInt(dir);
    if (dir === '+0') {
        return dirs;
    }
    else if (dir.length === 0) {
        if (dirs.length > 1) {
            dirs.splice.apply(dirs, __spreadArray([0, 0], dirs.splice(1, 1), false));
        }
        else {
            throw new Error((0, exports.loc)('LIB_DirectoryStackEmpty'));
        }
    }
    else if (!isNaN(maybeIndex)) {
        if (maybeIndex < dirStack.length + 1) {
            maybeIndex = dir.charAt(0) === '-' ? maybeIndex - 1 : maybeIndex;
        }
        dirs.splice.apply(dirs, __spreadArray([0, dirs.length], dirs.slice(maybeIndex).concat(dirs.slice(0, maybeIndex)), false));
    }
    else {
        dirs.unshift(dir);
    }
    var _path = path.resolve(dirs.shift());
    try {
        cd(_path);
    }
    catch (error) {
        if (!fs.existsSync(_path)) {
            throw new Error((0, exports.loc)('Not found', 'pushd', _path));
        }
        throw error;
    }
    dirStack.splice.apply(dirStack, __spreadArray([0, dirStack.length], dirs, false));
    return getActualStack();
}
exports.pushd = pushd;
/**
 * Change working directory back to previously pushed directory
 *
 * @param   {string} index - Index to remove from the stack
 * @returns {void}
 */
function popd(index) {
    if (index === void 0) { index = ''; }
    if (dirStack.length === 0) {
        throw new Error((0, exports.loc)('LIB_DirectoryStackEmpty'));
    }
    var maybeIndex = parseInt(index);
    if (isNaN(maybeIndex)) {
        maybeIndex = 0;
    }
    else if (maybeIndex < dirStack.length + 1) {
        maybeIndex = index.charAt(0) === '-' ? maybeIndex - 1 : maybeIndex;
    }
    if (maybeIndex > 0 || dirStack.length + maybeIndex === 0) {
        maybeIndex = maybeIndex > 0 ? maybeIndex - 1 : maybeIndex;
        dirStack.splice(maybeIndex, 1);
    }
    else {
        var _path = path.resolve(dirStack.shift());
        cd(_path);
    }
    return getActualStack();
}
exports.popd = popd;
/**
 * Make a directory. Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   {string} p - Path to create
 * @returns {void}
 */
function mkdirP(p) {
    if (!p) {
        throw new Error((0, exports.loc)('LIB_ParameterIsRequired', 'p'));
    }
    // build a stack of directories to create
    var stack = [];
    var testDir = p;
    while (true) {
        // validate the loop is not out of control
        if (stack.length >= Number(process.env['TASKLIB_TEST_MKDIRP_FAILSAFE'] || 1000)) {
            // let the framework throw
            (0, exports.debug)('loop is out of control');
            fs.mkdirSync(p);
            return;
        }
        (0, exports.debug)("testing directory '".concat(testDir, "'"));
        var stats_1 = void 0;
        try {
            stats_1 = fs.statSync(testDir);
        }
        catch (err) {
            if (err.code == 'ENOENT') {
                // validate the directory is not the drive root
                var parentDir = path.dirname(testDir);
                if (testDir == parentDir) {
                    throw new Error((0, exports.loc)('LIB_MkdirFailedInvalidDriveRoot', p, testDir)); // Unable to create directory '{p}'. Root directory does not exist: '{testDir}'
                }
                // push the dir and test the parent
                stack.push(testDir);
                testDir = parentDir;
                continue;
            }
            else if (err.code == 'UNKNOWN') {
                throw new Error((0, exports.loc)('LIB_MkdirFailedInvalidShare', p, testDir)); // Unable to create directory '{p}'. Unable to verify the directory exists: '{testDir}'. If directory is a file share, please verify the share name is correct, the share is online, and the current process has permission to access the share.
            }
            else {
                throw err;
            }
        }
        if (!stats_1.isDirectory()) {
            throw new Error((0, exports.loc)('LIB_MkdirFailedFileExists', p, testDir)); // Unable to create directory '{p}'. Conflicting file exists: '{testDir}'
        }
        // testDir exists
        break;
    }
    // create each directory
    while (stack.length) {
        var dir = stack.pop(); // non-null because `stack.length` was truthy
        (0, exports.debug)("mkdir '".concat(dir, "'"));
        try {
            fs.mkdirSync(dir);
        }
        catch (err) {
            throw new Error((0, exports.loc)('LIB_MkdirFailed', p, err.message)); // Unable to create directory '{p}'. {err.message}
        }
    }
}
exports.mkdirP = mkdirP;
/**
 * Resolves a sequence of paths or path segments into an absolute path.
 * Calls node.js path.resolve()
 * Allows L0 testing with consistent path formats on Mac/Linux and Windows in the mock implementation
 * @param pathSegments
 * @returns {string}
 */
function resolve() {
    var pathSegments = [];
    for (var _i = 0; _i < arguments.length; _i++) {
        pathSegments[_i] = arguments[_i];
    }
    var absolutePath = path.resolve.apply(this, pathSegments);
    (0, exports.debug)('Absolute path for pathSegments: ' + pathSegments + ' = ' + absolutePath);
    return absolutePath;
}
exports.resolve = resolve;
exports.which = im._which;
/**
 * Returns array of files in the given path, or in current directory if no path provided.
 * @param  {unknown}   optionsOrPaths  - Available options: -R (recursive), -A (all files, include files beginning with ., except for . and ..)
 * @param  {unknown[]} paths           - Paths to search.
 * @return {string[]}                  - An array of files in the given path(s).
 */
function ls(optionsOrPaths) {
    var paths = [];
    for (var _i = 1; _i < arguments.length; _i++) {
        paths[_i - 1] = arguments[_i];
    }
    var isRecursive = false;
    var includeHidden = false;
    if (typeof optionsOrPaths === 'string' && optionsOrPaths.startsWith('-')) {
        var options = String(optionsOrPaths).toLowerCase();
        isRecursive = options.includes('r');
        includeHidden = options.includes('a');
    }
    if (Array.isArray(paths)) {
        paths = flattenArray(paths);
    }
    // If the first argument is not options, then it is a path
    if (typeof optionsOrPaths !== 'string' || !optionsOrPaths.startsWith('-')) {
        var pathsFromOptions = [];
        if (Array.isArray(optionsOrPaths)) {
            pathsFromOptions = optionsOrPaths;
        }
        else if (optionsOrPaths && typeof optionsOrPaths === 'string') {
            pathsFromOptions = [optionsOrPaths];
        }
        if (paths === undefined || paths.length === 0) {
            paths = pathsFromOptions;
        }
        else {
            paths.push.apply(paths, pathsFromOptions);
        }
    }
    if (paths.length === 0) {
        paths.push(path.resolve('.'));
    }
    var pathsCopy = __spreadArray([], paths, true);
    var preparedPaths = [];
    var fileEntries = [];
    try {
        var remainingPaths = [];
        while (paths.length > 0) {
            var pathEntry = resolve(paths.shift());
            if (pathEntry === null || pathEntry === void 0 ? void 0 : pathEntry.includes('*')) {
                remainingPaths.push(pathEntry);
                continue;
            }
            var stats_2 = fs.lstatSync(pathEntry);
            if (stats_2.isFile()) {
                var fileName = path.basename(pathEntry);
                fileEntries.push(fileName);
            }
            else {
                remainingPaths.push(pathEntry);
            }
        }
        paths.push.apply(paths, remainingPaths);
        var _loop_1 = function () {
            var pathEntry = resolve(paths.shift());
            if (pathEntry === null || pathEntry === void 0 ? void 0 : pathEntry.includes('*')) {
                paths.push.apply(paths, findMatch(path.dirname(pathEntry), [path.basename(pathEntry)]));
                return "continue";
            }
            if (fs.lstatSync(pathEntry).isDirectory()) {
                preparedPaths.push.apply(preparedPaths, fs.readdirSync(pathEntry).map(function (file) { return path.join(pathEntry, file); }));
            }
            else {
                preparedPaths.push(pathEntry);
            }
        };
        while (paths.length > 0) {
            _loop_1();
        }
        var entries = [];
        var _loop_2 = function () {
            var entry = preparedPaths.shift();
            var entrybasename = path.basename(entry);
            if (entry === null || entry === void 0 ? void 0 : entry.includes('*')) {
                preparedPaths.push.apply(preparedPaths, findMatch(path.dirname(entry), [entrybasename]));
                return "continue";
            }
            if (!includeHidden && entrybasename.startsWith('.') && entrybasename !== '.' && entrybasename !== '..') {
                return "continue";
            }
            var baseDir = safeFind(pathsCopy, function (p) { return entry.startsWith(path.resolve(p)); }) || path.resolve('.');
            if (fs.lstatSync(entry).isDirectory() && isRecursive) {
                preparedPaths.push.apply(preparedPaths, fs.readdirSync(entry).map(function (x) { return path.join(entry, x); }));
                entries.push(path.relative(baseDir, entry));
            }
            else {
                entries.push(path.relative(baseDir, entry));
            }
        };
        while (preparedPaths.length > 0) {
            _loop_2();
        }
        var finalResults = __spreadArray(__spreadArray([], fileEntries, true), entries, true);
        return finalResults;
    }
    catch (error) {
        if (error.code === 'ENOENT') {
            throw new Error((0, exports.loc)('LIB_PathNotFound', 'ls', error.message));
        }
        else {
            throw new Error((0, exports.loc)('LIB_OperationFailed', 'ls', error));
        }
    }
}
exports.ls = ls;
function flattenArray(arr) {
    return arr.reduce(function (flat, toFlatten) {
        return flat.concat(Array.isArray(toFlatten) ? flattenArray(toFlatten) : toFlatten);
    }, []);
}
/**
 * Copies a file or folder.
 * @param   {string}  sourceOrOptions          - Either the source path or an option string '-r', '-f' , '-n' or '-rfn' for recursive, force and no-clobber.
 * @param   {string}  destinationOrSource      - Destination path or the source path.
 * @param   {string}  [optionsOrDestination]   - Options string or the destination path.
 * @param   {boolean} [continueOnError=false]  - Optional. Whether to continue on error.
 * @param   {number}  [retryCount=0]           - Optional. Retry count to copy the file. It might help to resolve intermittent issues e.g. with UNC target paths on a remote host.
 * @returns {void}
 */
function cp(sourceOrOptions, destinationOrSource, optionsOrDestination, continueOnError, retryCount) {
    if (continueOnError === void 0) { continueOnError = false; }
    if (retryCount === void 0) { retryCount = 0; }
    retry(function () {
        var recursive = false;
        var force = true;
        var source = String(sourceOrOptions);
        var destination = destinationOrSource;
        var options = '';
        if (typeof sourceOrOptions === 'string' && sourceOrOptions.startsWith('-')) {
            options = sourceOrOptions.toLowerCase();
            recursive = options.includes('r');
            force = !options.includes('n');
            source = destinationOrSource;
            destination = String(optionsOrDestination);
        }
        else if (typeof optionsOrDestination === 'string' && optionsOrDestination && optionsOrDestination.startsWith('-')) {
            options = optionsOrDestination.toLowerCase();
            recursive = options.includes('r');
            force = !options.includes('n');
            source = String(sourceOrOptions);
            destination = destinationOrSource;
        }
        if (!fs.existsSync(destination) && !force) {
            throw new Error((0, exports.loc)('LIB_PathNotFound', 'cp', destination));
        }
        var isPattern = /[*?{\[]/.test(source) || /[@+!]\(/.test(source);
        if (isPattern) {
            var defaultRoot = (0, exports.getVariable)('system.defaultWorkingDirectory') || process.cwd();
            var matches = findMatch(defaultRoot, [source], undefined, { nonegate: true, nocomment: true });
            var resolvedMatches = matches.filter(function (src) { return path.resolve(src) !== path.resolve(source); });
            for (var _i = 0, resolvedMatches_1 = resolvedMatches; _i < resolvedMatches_1.length; _i++) {
                var src = resolvedMatches_1[_i];
                cp(src, destination, options, continueOnError, retryCount);
            }
            if (matches.length > 0 && resolvedMatches.length === matches.length) {
                return;
            }
            if (matches.length === 0) {
                (0, exports.debug)("No matches found for the pattern: ".concat(source, ". Fallback to check for the literal path."));
            }
        }
        var lstatSource = fs.lstatSync(source);
        if (!recursive && lstatSource.isDirectory()) {
            throw new Error((0, exports.loc)('LIB_CopyDirectoryWithoutRecursiveOption', source));
        }
        if (!force && fs.existsSync(destination)) {
            return;
        }
        try {
            if (fs.existsSync(destination) && fs.lstatSync(destination).isDirectory()) {
                destination = path.join(destination, path.basename(source));
            }
            copyWithPreservedSymlinks(source, destination, force);
        }
        catch (error) {
            throw new Error((0, exports.loc)('LIB_OperationFailed', 'cp', error));
        }
    }, [], { retryCount: retryCount, continueOnError: continueOnError });
}
exports.cp = cp;
var copyWithPreservedSymlinks = function (source, destination, force) {
    var lstatSource = fs.lstatSync(source);
    if (lstatSource.isSymbolicLink()) {
        var symlinkTarget = fs.readlinkSync(source);
        if (force && fs.existsSync(destination)) {
            var destStats = fs.lstatSync(destination);
            if (destStats.isSymbolicLink()) {
                fs.unlinkSync(destination);
            }
            else {
                fs.rmSync(destination, { recursive: true, force: true });
            }
        }
        fs.symlinkSync(symlinkTarget, destination);
    }
    else if (lstatSource.isFile()) {
        if (force) {
            fs.copyFileSync(source, destination);
        }
        else {
            fs.copyFileSync(source, destination, fs.constants.COPYFILE_EXCL);
        }
    }
    else {
        var entries = fs.readdirSync(source, { withFileTypes: true });
        if (!fs.existsSync(destination)) {
            fs.mkdirSync(destination, { recursive: true });
        }
        for (var _i = 0, entries_1 = entries; _i < entries_1.length; _i++) {
            var entry = entries_1[_i];
            var srcPath = path.join(source, entry.name);
            var destPath = path.join(destination, entry.name);
            copyWithPreservedSymlinks(srcPath, destPath, force);
        }
    }
};
/**
 * Moves a path.
 *
 * @param  {string}              source            - Source path.
 * @param  {string}              dest              - Destination path.
 * @param  {MoveOptionsVariants} [options]         - Option string -f or -n for force and no clobber.
 * @param  {boolean}             [continueOnError] - Optional. Whether to continue on error.
 * @returns {void}
 */
function mv(source, dest, options, continueOnError) {
    var force = false;
    if (options && typeof options === 'string' && options.startsWith('-')) {
        var lowercasedOptions = String(options).toLowerCase();
        force = lowercasedOptions.includes('f') && !lowercasedOptions.includes('n');
    }
    var sourceExists = fs.existsSync(source);
    var destExists = fs.existsSync(dest);
    var sources = [];
    try {
        if (!sourceExists) {
            if (source.includes('*')) {
                sources.push.apply(sources, findMatch(path.resolve(path.dirname(source)), [path.basename(source)]));
            }
            else {
                throw new Error((0, exports.loc)('LIB_PathNotFound', 'mv', source));
            }
        }
        else {
            sources.push(source);
        }
        if (destExists && !force) {
            throw new Error("File already exists at ".concat(dest));
        }
        for (var _i = 0, sources_1 = sources; _i < sources_1.length; _i++) {
            var source_1 = sources_1[_i];
            fs.renameSync(source_1, dest);
        }
    }
    catch (error) {
        (0, exports.debug)('mv failed');
        var errMsg = (0, exports.loc)('LIB_OperationFailed', 'mv', error);
        (0, exports.debug)(errMsg);
        if (!continueOnError) {
            throw new Error(errMsg);
        }
    }
}
exports.mv = mv;
/**
 * Tries to execute a function a specified number of times.
 *
 * @param   func            a function to be executed.
 * @param   args            executed function arguments array.
 * @param   retryOptions    optional. Defaults to { continueOnError: false, retryCount: 0 }.
 * @returns the same as the usual function.
 */
function retry(func, args, retryOptions) {
    if (retryOptions === void 0) { retryOptions = { continueOnError: false, retryCount: 0 }; }
    while (retryOptions.retryCount >= 0) {
        try {
            return func.apply(void 0, args);
        }
        catch (e) {
            if (retryOptions.retryCount <= 0) {
                if (retryOptions.continueOnError) {
                    (0, exports.warning)(e, exports.IssueSource.TaskInternal);
                    break;
                }
                else {
                    throw e;
                }
            }
            else {
                (0, exports.debug)("Attempt to execute function \"".concat(func === null || func === void 0 ? void 0 : func.name, "\" failed, retries left: ").concat(retryOptions.retryCount));
                retryOptions.retryCount--;
            }
        }
    }
}
exports.retry = retry;
/**
 * Gets info about item stats.
 *
 * @param path                      a path to the item to be processed.
 * @param followSymbolicLink        indicates whether to traverse descendants of symbolic link directories.
 * @param allowBrokenSymbolicLinks  when true, broken symbolic link will not cause an error.
 * @returns fs.Stats
 */
function _getStats(path, followSymbolicLink, allowBrokenSymbolicLinks) {
    // stat returns info about the target of a symlink (or symlink chain),
    // lstat returns info about a symlink itself
    var stats;
    if (followSymbolicLink) {
        try {
            // use stat (following symlinks)
            stats = fs.statSync(path);
        }
        catch (err) {
            if (err.code == 'ENOENT' && allowBrokenSymbolicLinks) {
                // fallback to lstat (broken symlinks allowed)
                stats = fs.lstatSync(path);
                (0, exports.debug)("  ".concat(path, " (broken symlink)"));
            }
            else {
                throw err;
            }
        }
    }
    else {
        // use lstat (not following symlinks)
        stats = fs.lstatSync(path);
    }
    return stats;
}
/**
 * Recursively finds all paths a given path. Returns an array of paths.
 *
 * @param     findPath  path to search
 * @param     options   optional. defaults to { followSymbolicLinks: true }. following soft links is generally appropriate unless deleting files.
 * @returns   string[]
 */
function find(findPath, options) {
    if (!findPath) {
        (0, exports.debug)('no path specified');
        return [];
    }
    // normalize the path, otherwise the first result is inconsistently formatted from the rest of the results
    // because path.join() performs normalization.
    findPath = path.normalize(findPath);
    // debug trace the parameters
    (0, exports.debug)("findPath: '".concat(findPath, "'"));
    options = options || _getDefaultFindOptions();
    _debugFindOptions(options);
    // return empty if not exists
    try {
        fs.lstatSync(findPath);
    }
    catch (err) {
        if (err.code == 'ENOENT') {
            (0, exports.debug)('0 results');
            return [];
        }
        throw err;
    }
    try {
        var result = [];
        // push the first item
        var stack = [new _FindItem(findPath, 1)];
        var traversalChain = []; // used to detect cycles
        var _loop_3 = function () {
            // pop the next item and push to the result array
            var item = stack.pop(); // non-null because `stack.length` was truthy
            var stats_3 = void 0;
            try {
                // `item.path` equals `findPath` for the first item to be processed, when the `result` array is empty
                var isPathToSearch = !result.length;
                // following specified symlinks only if current path equals specified path
                var followSpecifiedSymbolicLink = options.followSpecifiedSymbolicLink && isPathToSearch;
                // following all symlinks or following symlink for the specified path
                var followSymbolicLink = options.followSymbolicLinks || followSpecifiedSymbolicLink;
                // stat the item. The stat info is used further below to determine whether to traverse deeper
                stats_3 = _getStats(item.path, followSymbolicLink, options.allowBrokenSymbolicLinks);
            }
            catch (err) {
                if (err.code == 'ENOENT' && options.skipMissingFiles) {
                    (0, exports.warning)("No such file or directory: \"".concat(item.path, "\" - skipping."), exports.IssueSource.TaskInternal);
                    return "continue";
                }
                throw err;
            }
            result.push(item.path);
            // note, isDirectory() returns false for the lstat of a symlink
            if (stats_3.isDirectory()) {
                (0, exports.debug)("  ".concat(item.path, " (directory)"));
                if (options.followSymbolicLinks) {
                    // get the realpath
                    var realPath_1;
                    if (im._isUncPath(item.path)) {
                        // Sometimes there are spontaneous issues when working with unc-paths, so retries have been added for them.
                        realPath_1 = retry(fs.realpathSync, [item.path], { continueOnError: false, retryCount: 5 });
                    }
                    else {
                        realPath_1 = fs.realpathSync(item.path);
                    }
                    // fixup the traversal chain to match the item level
                    while (traversalChain.length >= item.level) {
                        traversalChain.pop();
                    }
                    // test for a cycle
                    if (traversalChain.some(function (x) { return x == realPath_1; })) {
                        (0, exports.debug)('    cycle detected');
                        return "continue";
                    }
                    // update the traversal chain
                    traversalChain.push(realPath_1);
                }
                // push the child items in reverse onto the stack
                var childLevel_1 = item.level + 1;
                var childItems = fs.readdirSync(item.path)
                    .map(function (childName) { return new _FindItem(path.join(item.path, childName), childLevel_1); });
                for (var i = childItems.length - 1; i >= 0; i--) {
                    stack.push(childItems[i]);
                }
            }
            else {
                (0, exports.debug)("  ".concat(item.path, " (file)"));
            }
        };
        while (stack.length) {
            _loop_3();
        }
        (0, exports.debug)("".concat(result.length, " results"));
        return result;
    }
    catch (err) {
        throw new Error((0, exports.loc)('LIB_OperationFailed', 'find', err.message));
    }
}
exports.find = find;
var _FindItem = /** @class */ (function () {
    function _FindItem(path, level) {
        this.path = path;
        this.level = level;
    }
    return _FindItem;
}());
function _debugFindOptions(options) {
    (0, exports.debug)("findOptions.allowBrokenSymbolicLinks: '".concat(options.allowBrokenSymbolicLinks, "'"));
    (0, exports.debug)("findOptions.followSpecifiedSymbolicLink: '".concat(options.followSpecifiedSymbolicLink, "'"));
    (0, exports.debug)("findOptions.followSymbolicLinks: '".concat(options.followSymbolicLinks, "'"));
    (0, exports.debug)("findOptions.skipMissingFiles: '".concat(options.skipMissingFiles, "'"));
}
function _getDefaultFindOptions() {
    return {
        allowBrokenSymbolicLinks: false,
        followSpecifiedSymbolicLink: true,
        followSymbolicLinks: true,
        skipMissingFiles: false
    };
}
/**
 * Prefer tl.find() and tl.match() instead. This function is for backward compatibility
 * when porting tasks to Node from the PowerShell or PowerShell3 execution handler.
 *
 * @param    rootDirectory      path to root unrooted patterns with
 * @param    pattern            include and exclude patterns
 * @param    includeFiles       whether to include files in the result. defaults to true when includeFiles and includeDirectories are both false
 * @param    includeDirectories whether to include directories in the result
 * @returns  string[]
 */
function legacyFindFiles(rootDirectory, pattern, includeFiles, includeDirectories) {
    if (!pattern) {
        throw new Error('pattern parameter cannot be empty');
    }
    (0, exports.debug)("legacyFindFiles rootDirectory: '".concat(rootDirectory, "'"));
    (0, exports.debug)("pattern: '".concat(pattern, "'"));
    (0, exports.debug)("includeFiles: '".concat(includeFiles, "'"));
    (0, exports.debug)("includeDirectories: '".concat(includeDirectories, "'"));
    if (!includeFiles && !includeDirectories) {
        includeFiles = true;
    }
    // organize the patterns into include patterns and exclude patterns
    var includePatterns = [];
    var excludePatterns = [];
    pattern = pattern.replace(/;;/g, '\0');
    for (var _i = 0, _a = pattern.split(';'); _i < _a.length; _i++) {
        var pat = _a[_i];
        if (!pat) {
            continue;
        }
        pat = pat.replace(/\0/g, ';');
        // determine whether include pattern and remove any include/exclude prefix.
        // include patterns start with +: or anything other than -:
        // exclude patterns start with -:
        var isIncludePattern = void 0;
        if (im._startsWith(pat, '+:')) {
            pat = pat.substring(2);
            isIncludePattern = true;
        }
        else if (im._startsWith(pat, '-:')) {
            pat = pat.substring(2);
            isIncludePattern = false;
        }
        else {
            isIncludePattern = true;
        }
        // validate pattern does not end with a slash
        if (im._endsWith(pat, '/') || (process.platform == 'win32' && im._endsWith(pat, '\\'))) {
            throw new Error((0, exports.loc)('LIB_InvalidPattern', pat));
        }
        // root the pattern
        if (rootDirectory && !path.isAbsolute(pat)) {
            pat = path.join(rootDirectory, pat);
            // remove trailing slash sometimes added by path.join() on Windows, e.g.
            //      path.join('\\\\hello', 'world') => '\\\\hello\\world\\'
            //      path.join('//hello', 'world') => '\\\\hello\\world\\'
            if (im._endsWith(pat, '\\')) {
                pat = pat.substring(0, pat.length - 1);
            }
        }
        if (isIncludePattern) {
            includePatterns.push(pat);
        }
        else {
            excludePatterns.push(im._legacyFindFiles_convertPatternToRegExp(pat));
        }
    }
    // find and apply patterns
    var count = 0;
    var result = _legacyFindFiles_getMatchingItems(includePatterns, excludePatterns, !!includeFiles, !!includeDirectories);
    (0, exports.debug)('all matches:');
    for (var _b = 0, result_1 = result; _b < result_1.length; _b++) {
        var resultItem = result_1[_b];
        (0, exports.debug)(' ' + resultItem);
    }
    (0, exports.debug)('total matched: ' + result.length);
    return result;
}
exports.legacyFindFiles = legacyFindFiles;
function _legacyFindFiles_getMatchingItems(includePatterns, excludePatterns, includeFiles, includeDirectories) {
    (0, exports.debug)('getMatchingItems()');
    for (var _i = 0, includePatterns_1 = includePatterns; _i < includePatterns_1.length; _i++) {
        var pattern = includePatterns_1[_i];
        (0, exports.debug)("includePattern: '".concat(pattern, "'"));
    }
    for (var _a = 0, excludePatterns_1 = excludePatterns; _a < excludePatterns_1.length; _a++) {
        var pattern = excludePatterns_1[_a];
        (0, exports.debug)("excludePattern: ".concat(pattern));
    }
    (0, exports.debug)('includeFiles: ' + includeFiles);
    (0, exports.debug)('includeDirectories: ' + includeDirectories);
    var allFiles = {};
    var _loop_4 = function (pattern) {
        // determine the directory to search
        //
        // note, getDirectoryName removes redundant path separators
        var findPath = void 0;
        var starIndex = pattern.indexOf('*');
        var questionIndex = pattern.indexOf('?');
        if (starIndex < 0 && questionIndex < 0) {
            // if no wildcards are found, use the directory name portion of the path.
            // if there is no directory name (file name only in pattern or drive root),
            // this will return empty string.
            findPath = im._getDirectoryName(pattern);
        }
        else {
            // extract the directory prior to the first wildcard
            var index = Math.min(starIndex >= 0 ? starIndex : questionIndex, questionIndex >= 0 ? questionIndex : starIndex);
            findPath = im._getDirectoryName(pattern.substring(0, index));
        }
        // note, due to this short-circuit and the above usage of getDirectoryName, this
        // function has the same limitations regarding drive roots as the powershell
        // implementation.
        //
        // also note, since getDirectoryName eliminates slash redundancies, some additional
        // work may be required if removal of this limitation is attempted.
        if (!findPath) {
            return "continue";
        }
        var patternRegex = im._legacyFindFiles_convertPatternToRegExp(pattern);
        // find files/directories
        var items = find(findPath, { followSymbolicLinks: true })
            .filter(function (item) {
            if (includeFiles && includeDirectories) {
                return true;
            }
            var isDir = fs.statSync(item).isDirectory();
            return (includeFiles && !isDir) || (includeDirectories && isDir);
        })
            .forEach(function (item) {
            var normalizedPath = process.platform == 'win32' ? item.replace(/\\/g, '/') : item; // normalize separators
            // **/times/** will not match C:/fun/times because there isn't a trailing slash
            // so try both if including directories
            var alternatePath = "".concat(normalizedPath, "/"); // potential bug: it looks like this will result in a false
            // positive if the item is a regular file and not a directory
            var isMatch = false;
            if (patternRegex.test(normalizedPath) || (includeDirectories && patternRegex.test(alternatePath))) {
                isMatch = true;
                // test whether the path should be excluded
                for (var _i = 0, excludePatterns_2 = excludePatterns; _i < excludePatterns_2.length; _i++) {
                    var regex = excludePatterns_2[_i];
                    if (regex.test(normalizedPath) || (includeDirectories && regex.test(alternatePath))) {
                        isMatch = false;
                        break;
                    }
                }
            }
            if (isMatch) {
                allFiles[item] = item;
            }
        });
    };
    for (var _b = 0, includePatterns_2 = includePatterns; _b < includePatterns_2.length; _b++) {
        var pattern = includePatterns_2[_b];
        _loop_4(pattern);
    }
    return Object.keys(allFiles).sort();
}
/**
 * Remove a path recursively with force
 *
 * @param  {string} inputPath - Path to remove
 * @return {void}
 * @throws When the file or directory exists but could not be deleted.
 */
function rmRF(inputPath) {
    (0, exports.debug)('rm -rf ' + inputPath);
    if (getPlatform() == Platform.Windows) {
        // Node doesn't provide a delete operation, only an unlink function. This means that if the file is being used by another
        // program (e.g. antivirus), it won't be deleted. To address this, we shell out the work to rd/del.
        try {
            var lstats = fs.lstatSync(inputPath);
            if (lstats.isDirectory() && !lstats.isSymbolicLink()) {
                (0, exports.debug)('removing directory ' + inputPath);
                childProcess.execFileSync("cmd.exe", ["/c", "rd", "/s", "/q", im._normalizeSeparators(inputPath)]);
            }
            else if (lstats.isSymbolicLink()) {
                (0, exports.debug)('removing symbolic link ' + inputPath);
                var realPath = fs.readlinkSync(inputPath);
                if (fs.existsSync(realPath)) {
                    var stats_4 = fs.statSync(realPath);
                    if (stats_4.isDirectory()) {
                        childProcess.execFileSync("cmd.exe", ["/c", "rd", "/s", "/q", im._normalizeSeparators(realPath)]);
                        fs.unlinkSync(inputPath);
                    }
                    else {
                        fs.unlinkSync(inputPath);
                    }
                }
                else {
                    (0, exports.debug)("Symbolic link '".concat(inputPath, "' points to a non-existing target '").concat(realPath, "'. Removing the symbolic link."));
                    fs.unlinkSync(inputPath);
                }
            }
            else {
                (0, exports.debug)('removing file ' + inputPath);
                childProcess.execFileSync("cmd.exe", ["/c", "del", "/f", "/a", im._normalizeSeparators(inputPath)]);
            }
        }
        catch (err) {
            (0, exports.debug)('Error: ' + err.message);
            if (err.code != 'ENOENT') {
                throw new Error((0, exports.loc)('LIB_OperationFailed', 'rmRF', err.message));
            }
        }
    }
    else {
        var lstats = void 0;
        try {
            if (inputPath.includes('*')) {
                var entries = findMatch(path.dirname(inputPath), [path.basename(inputPath)]);
                for (var _i = 0, entries_2 = entries; _i < entries_2.length; _i++) {
                    var entry = entries_2[_i];
                    rmRF(entry);
                }
            }
            else {
                lstats = fs.lstatSync(inputPath);
                if (lstats.isDirectory() && !lstats.isSymbolicLink()) {
                    (0, exports.debug)('removing directory ' + inputPath);
                    fs.rmSync(inputPath, { recursive: true, force: true });
                }
                else if (lstats.isSymbolicLink()) {
                    (0, exports.debug)('removing symbolic link ' + inputPath);
                    var realPath = fs.readlinkSync(inputPath);
                    if (fs.existsSync(realPath)) {
                        var stats_5 = fs.statSync(realPath);
                        if (stats_5.isDirectory()) {
                            fs.rmSync(realPath, { recursive: true, force: true });
                            fs.unlinkSync(inputPath);
                        }
                        else {
                            fs.unlinkSync(inputPath);
                        }
                    }
                    else {
                        (0, exports.debug)("Symbolic link '".concat(inputPath, "' points to a non-existing target '").concat(realPath, "'. Removing the symbolic link."));
                        fs.unlinkSync(inputPath);
                    }
                }
                else {
                    (0, exports.debug)('removing file ' + inputPath);
                    fs.unlinkSync(inputPath);
                }
            }
        }
        catch (err) {
            (0, exports.debug)('Error: ' + err.message);
            if (err.code != 'ENOENT') {
                throw new Error((0, exports.loc)('LIB_OperationFailed', 'rmRF', err.message));
            }
        }
    }
}
exports.rmRF = rmRF;
/**
 * Exec a tool.  Convenience wrapper over ToolRunner to exec with args in one call.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     tool     path to tool to exec
 * @param     args     an arg string or array of args
 * @param     options  optional exec options.  See IExecOptions
 * @returns   number
 */
function execAsync(tool, args, options) {
    var tr = this.tool(tool);
    if (args) {
        if (args instanceof Array) {
            tr.arg(args);
        }
        else if (typeof (args) === 'string') {
            tr.line(args);
        }
    }
    return tr.execAsync(options);
}
exports.execAsync = execAsync;
/**
 * Exec a tool.  Convenience wrapper over ToolRunner to exec with args in one call.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @deprecated Use the {@link execAsync} method that returns a native Javascript Promise instead
 * @param     tool     path to tool to exec
 * @param     args     an arg string or array of args
 * @param     options  optional exec options.  See IExecOptions
 * @returns   number
 */
function exec(tool, args, options) {
    var tr = this.tool(tool);
    if (args) {
        if (args instanceof Array) {
            tr.arg(args);
        }
        else if (typeof (args) === 'string') {
            tr.line(args);
        }
    }
    return tr.exec(options);
}
exports.exec = exec;
/**
 * Exec a tool synchronously.  Convenience wrapper over ToolRunner to execSync with args in one call.
 * Output will be *not* be streamed to the live console.  It will be returned after execution is complete.
 * Appropriate for short running tools
 * Returns IExecResult with output and return code
 *
 * @param     tool     path to tool to exec
 * @param     args     an arg string or array of args
 * @param     options  optional exec options.  See IExecSyncOptions
 * @returns   IExecSyncResult
 */
function execSync(tool, args, options) {
    var tr = this.tool(tool);
    if (args) {
        if (args instanceof Array) {
            tr.arg(args);
        }
        else if (typeof (args) === 'string') {
            tr.line(args);
        }
    }
    return tr.execSync(options);
}
exports.execSync = execSync;
/**
 * Convenience factory to create a ToolRunner.
 *
 * @param     tool     path to tool to exec
 * @returns   ToolRunner
 */
function tool(tool) {
    var tr = new trm.ToolRunner(tool);
    tr.on('debug', function (message) {
        (0, exports.debug)(message);
    });
    return tr;
}
exports.tool = tool;
/**
 * Applies glob patterns to a list of paths. Supports interleaved exclude patterns.
 *
 * @param  list         array of paths
 * @param  patterns     patterns to apply. supports interleaved exclude patterns.
 * @param  patternRoot  optional. default root to apply to unrooted patterns. not applied to basename-only patterns when matchBase:true.
 * @param  options      optional. defaults to { dot: true, nobrace: true, nocase: process.platform == 'win32' }.
 */
function match(list, patterns, patternRoot, options) {
    // trace parameters
    (0, exports.debug)("patternRoot: '".concat(patternRoot, "'"));
    options = options || _getDefaultMatchOptions(); // default match options
    _debugMatchOptions(options);
    // convert pattern to an array
    if (typeof patterns == 'string') {
        patterns = [patterns];
    }
    // hashtable to keep track of matches
    var map = {};
    var originalOptions = options;
    for (var _i = 0, patterns_1 = patterns; _i < patterns_1.length; _i++) {
        var pattern = patterns_1[_i];
        (0, exports.debug)("pattern: '".concat(pattern, "'"));
        // trim and skip empty
        pattern = (pattern || '').trim();
        if (!pattern) {
            (0, exports.debug)('skipping empty pattern');
            continue;
        }
        // clone match options
        var options_1 = im._cloneMatchOptions(originalOptions);
        // skip comments
        if (!options_1.nocomment && im._startsWith(pattern, '#')) {
            (0, exports.debug)('skipping comment');
            continue;
        }
        // set nocomment - brace expansion could result in a leading '#'
        options_1.nocomment = true;
        // determine whether pattern is include or exclude
        var negateCount = 0;
        if (!options_1.nonegate) {
            while (pattern.charAt(negateCount) == '!') {
                negateCount++;
            }
            pattern = pattern.substring(negateCount); // trim leading '!'
            if (negateCount) {
                (0, exports.debug)("trimmed leading '!'. pattern: '".concat(pattern, "'"));
            }
        }
        var isIncludePattern = negateCount == 0 ||
            (negateCount % 2 == 0 && !options_1.flipNegate) ||
            (negateCount % 2 == 1 && options_1.flipNegate);
        // set nonegate - brace expansion could result in a leading '!'
        options_1.nonegate = true;
        options_1.flipNegate = false;
        // expand braces - required to accurately root patterns
        var expanded = void 0;
        var preExpanded = pattern;
        if (options_1.nobrace) {
            expanded = [pattern];
        }
        else {
            // convert slashes on Windows before calling braceExpand(). unfortunately this means braces cannot
            // be escaped on Windows, this limitation is consistent with current limitations of minimatch (3.0.3).
            (0, exports.debug)('expanding braces');
            var convertedPattern = process.platform == 'win32' ? pattern.replace(/\\/g, '/') : pattern;
            expanded = minimatch.braceExpand(convertedPattern);
        }
        // set nobrace
        options_1.nobrace = true;
        for (var _a = 0, expanded_1 = expanded; _a < expanded_1.length; _a++) {
            var pattern_1 = expanded_1[_a];
            if (expanded.length != 1 || pattern_1 != preExpanded) {
                (0, exports.debug)("pattern: '".concat(pattern_1, "'"));
            }
            // trim and skip empty
            pattern_1 = (pattern_1 || '').trim();
            if (!pattern_1) {
                (0, exports.debug)('skipping empty pattern');
                continue;
            }
            // root the pattern when all of the following conditions are true:
            if (patternRoot && // patternRoot supplied
                !im._isRooted(pattern_1) && // AND pattern not rooted
                // AND matchBase:false or not basename only
                (!options_1.matchBase || (process.platform == 'win32' ? pattern_1.replace(/\\/g, '/') : pattern_1).indexOf('/') >= 0)) {
                pattern_1 = im._ensureRooted(patternRoot, pattern_1);
                (0, exports.debug)("rooted pattern: '".concat(pattern_1, "'"));
            }
            if (isIncludePattern) {
                // apply the pattern
                (0, exports.debug)('applying include pattern against original list');
                var matchResults = minimatch.match(list, pattern_1, options_1);
                (0, exports.debug)(matchResults.length + ' matches');
                // union the results
                for (var _b = 0, matchResults_1 = matchResults; _b < matchResults_1.length; _b++) {
                    var matchResult = matchResults_1[_b];
                    map[matchResult] = true;
                }
            }
            else {
                // apply the pattern
                (0, exports.debug)('applying exclude pattern against original list');
                var matchResults = minimatch.match(list, pattern_1, options_1);
                (0, exports.debug)(matchResults.length + ' matches');
                // substract the results
                for (var _c = 0, matchResults_2 = matchResults; _c < matchResults_2.length; _c++) {
                    var matchResult = matchResults_2[_c];
                    delete map[matchResult];
                }
            }
        }
    }
    // return a filtered version of the original list (preserves order and prevents duplication)
    var result = list.filter(function (item) { return map.hasOwnProperty(item); });
    (0, exports.debug)(result.length + ' final results');
    return result;
}
exports.match = match;
/**
 * Filter to apply glob patterns
 *
 * @param  pattern  pattern to apply
 * @param  options  optional. defaults to { dot: true, nobrace: true, nocase: process.platform == 'win32' }.
 */
function filter(pattern, options) {
    options = options || _getDefaultMatchOptions();
    return minimatch.filter(pattern, options);
}
exports.filter = filter;
function _debugMatchOptions(options) {
    (0, exports.debug)("matchOptions.debug: '".concat(options.debug, "'"));
    (0, exports.debug)("matchOptions.nobrace: '".concat(options.nobrace, "'"));
    (0, exports.debug)("matchOptions.noglobstar: '".concat(options.noglobstar, "'"));
    (0, exports.debug)("matchOptions.dot: '".concat(options.dot, "'"));
    (0, exports.debug)("matchOptions.noext: '".concat(options.noext, "'"));
    (0, exports.debug)("matchOptions.nocase: '".concat(options.nocase, "'"));
    (0, exports.debug)("matchOptions.nonull: '".concat(options.nonull, "'"));
    (0, exports.debug)("matchOptions.matchBase: '".concat(options.matchBase, "'"));
    (0, exports.debug)("matchOptions.nocomment: '".concat(options.nocomment, "'"));
    (0, exports.debug)("matchOptions.nonegate: '".concat(options.nonegate, "'"));
    (0, exports.debug)("matchOptions.flipNegate: '".concat(options.flipNegate, "'"));
}
function _getDefaultMatchOptions() {
    return {
        debug: false,
        nobrace: true,
        noglobstar: false,
        dot: true,
        noext: false,
        nocase: process.platform == 'win32',
        nonull: false,
        matchBase: false,
        nocomment: false,
        nonegate: false,
        flipNegate: false
    };
}
/**
 * Determines the find root from a list of patterns. Performs the find and then applies the glob patterns.
 * Supports interleaved exclude patterns. Unrooted patterns are rooted using defaultRoot, unless
 * matchOptions.matchBase is specified and the pattern is a basename only. For matchBase cases, the
 * defaultRoot is used as the find root.
 *
 * @param  defaultRoot   default path to root unrooted patterns. falls back to System.DefaultWorkingDirectory or process.cwd().
 * @param  patterns      pattern or array of patterns to apply
 * @param  findOptions   defaults to { followSymbolicLinks: true }. following soft links is generally appropriate unless deleting files.
 * @param  matchOptions  defaults to { dot: true, nobrace: true, nocase: process.platform == 'win32' }
 */
function findMatch(defaultRoot, patterns, findOptions, matchOptions) {
    // apply defaults for parameters and trace
    defaultRoot = defaultRoot || this.getVariable('system.defaultWorkingDirectory') || process.cwd();
    (0, exports.debug)("defaultRoot: '".concat(defaultRoot, "'"));
    patterns = patterns || [];
    patterns = typeof patterns == 'string' ? [patterns] : patterns;
    findOptions = findOptions || _getDefaultFindOptions();
    _debugFindOptions(findOptions);
    matchOptions = matchOptions || _getDefaultMatchOptions();
    _debugMatchOptions(matchOptions);
    // normalize slashes for root dir
    defaultRoot = im._normalizeSeparators(defaultRoot);
    var results = {};
    var originalMatchOptions = matchOptions;
    for (var _i = 0, _a = (patterns || []); _i < _a.length; _i++) {
        var pattern = _a[_i];
        (0, exports.debug)("pattern: '".concat(pattern, "'"));
        // trim and skip empty
        pattern = (pattern || '').trim();
        if (!pattern) {
            (0, exports.debug)('skipping empty pattern');
            continue;
        }
        // clone match options
        var matchOptions_1 = im._cloneMatchOptions(originalMatchOptions);
        // skip comments
        if (!matchOptions_1.nocomment && im._startsWith(pattern, '#')) {
            (0, exports.debug)('skipping comment');
            continue;
        }
        // set nocomment - brace expansion could result in a leading '#'
        matchOptions_1.nocomment = true;
        // determine whether pattern is include or exclude
        var negateCount = 0;
        if (!matchOptions_1.nonegate) {
            while (pattern.charAt(negateCount) == '!') {
                negateCount++;
            }
            pattern = pattern.substring(negateCount); // trim leading '!'
            if (negateCount) {
                (0, exports.debug)("trimmed leading '!'. pattern: '".concat(pattern, "'"));
            }
        }
        var isIncludePattern = negateCount == 0 ||
            (negateCount % 2 == 0 && !matchOptions_1.flipNegate) ||
            (negateCount % 2 == 1 && matchOptions_1.flipNegate);
        // set nonegate - brace expansion could result in a leading '!'
        matchOptions_1.nonegate = true;
        matchOptions_1.flipNegate = false;
        // expand braces - required to accurately interpret findPath
        var expanded = void 0;
        var preExpanded = pattern;
        if (matchOptions_1.nobrace) {
            expanded = [pattern];
        }
        else {
            // convert slashes on Windows before calling braceExpand(). unfortunately this means braces cannot
            // be escaped on Windows, this limitation is consistent with current limitations of minimatch (3.0.3).
            (0, exports.debug)('expanding braces');
            var convertedPattern = process.platform == 'win32' ? pattern.replace(/\\/g, '/') : pattern;
            expanded = minimatch.braceExpand(convertedPattern);
        }
        // set nobrace
        matchOptions_1.nobrace = true;
        for (var _b = 0, expanded_2 = expanded; _b < expanded_2.length; _b++) {
            var pattern_2 = expanded_2[_b];
            if (expanded.length != 1 || pattern_2 != preExpanded) {
                (0, exports.debug)("pattern: '".concat(pattern_2, "'"));
            }
            // trim and skip empty
            pattern_2 = (pattern_2 || '').trim();
            if (!pattern_2) {
                (0, exports.debug)('skipping empty pattern');
                continue;
            }
            if (isIncludePattern) {
                // determine the findPath
                var findInfo = im._getFindInfoFromPattern(defaultRoot, pattern_2, matchOptions_1);
                var findPath = findInfo.findPath;
                (0, exports.debug)("findPath: '".concat(findPath, "'"));
                if (!findPath) {
                    (0, exports.debug)('skipping empty path');
                    continue;
                }
                // perform the find
                (0, exports.debug)("statOnly: '".concat(findInfo.statOnly, "'"));
                var findResults = [];
                if (findInfo.statOnly) {
                    // simply stat the path - all path segments were used to build the path
                    try {
                        fs.statSync(findPath);
                        findResults.push(findPath);
                    }
                    catch (err) {
                        if (err.code != 'ENOENT') {
                            throw err;
                        }
                        (0, exports.debug)('ENOENT');
                    }
                }
                else {
                    findResults = find(findPath, findOptions);
                }
                (0, exports.debug)("found ".concat(findResults.length, " paths"));
                // apply the pattern
                (0, exports.debug)('applying include pattern');
                if (findInfo.adjustedPattern != pattern_2) {
                    (0, exports.debug)("adjustedPattern: '".concat(findInfo.adjustedPattern, "'"));
                    pattern_2 = findInfo.adjustedPattern;
                }
                var matchResults = minimatch.match(findResults, pattern_2, matchOptions_1);
                (0, exports.debug)(matchResults.length + ' matches');
                // union the results
                for (var _c = 0, matchResults_3 = matchResults; _c < matchResults_3.length; _c++) {
                    var matchResult = matchResults_3[_c];
                    var key = process.platform == 'win32' ? matchResult.toUpperCase() : matchResult;
                    results[key] = matchResult;
                }
            }
            else {
                // check if basename only and matchBase=true
                if (matchOptions_1.matchBase &&
                    !im._isRooted(pattern_2) &&
                    (process.platform == 'win32' ? pattern_2.replace(/\\/g, '/') : pattern_2).indexOf('/') < 0) {
                    // do not root the pattern
                    (0, exports.debug)('matchBase and basename only');
                }
                else {
                    // root the exclude pattern
                    pattern_2 = im._ensurePatternRooted(defaultRoot, pattern_2);
                    (0, exports.debug)("after ensurePatternRooted, pattern: '".concat(pattern_2, "'"));
                }
                // apply the pattern
                (0, exports.debug)('applying exclude pattern');
                var matchResults = minimatch.match(Object.keys(results).map(function (key) { return results[key]; }), pattern_2, matchOptions_1);
                (0, exports.debug)(matchResults.length + ' matches');
                // substract the results
                for (var _d = 0, matchResults_4 = matchResults; _d < matchResults_4.length; _d++) {
                    var matchResult = matchResults_4[_d];
                    var key = process.platform == 'win32' ? matchResult.toUpperCase() : matchResult;
                    delete results[key];
                }
            }
        }
    }
    var finalResult = Object.keys(results)
        .map(function (key) { return results[key]; })
        .sort();
    (0, exports.debug)(finalResult.length + ' final results');
    return finalResult;
}
exports.findMatch = findMatch;
/**
 * Build Proxy URL in the following format: protocol://username:password@hostname:port
 * @param proxyUrl Url address of the proxy server (eg: http://example.com)
 * @param proxyUsername Proxy username (optional)
 * @param proxyPassword Proxy password (optional)
 * @returns string
 */
function getProxyFormattedUrl(proxyUrl, proxyUsername, proxyPassword) {
    var parsedUrl = new URL(proxyUrl);
    var proxyAddress = "".concat(parsedUrl.protocol, "//").concat(parsedUrl.host);
    if (proxyUsername) {
        proxyAddress = "".concat(parsedUrl.protocol, "//").concat(proxyUsername, ":").concat(proxyPassword, "@").concat(parsedUrl.host);
    }
    return proxyAddress;
}
/**
 * Gets http proxy configuration used by Build/Release agent
 *
 * @return  ProxyConfiguration
 */
function getHttpProxyConfiguration(requestUrl) {
    var proxyUrl = (0, exports.getVariable)('Agent.ProxyUrl');
    if (proxyUrl && proxyUrl.length > 0) {
        var proxyUsername = (0, exports.getVariable)('Agent.ProxyUsername');
        var proxyPassword = (0, exports.getVariable)('Agent.ProxyPassword');
        var proxyBypassHosts = JSON.parse((0, exports.getVariable)('Agent.ProxyBypassList') || '[]');
        var bypass_1 = false;
        if (requestUrl) {
            proxyBypassHosts.forEach(function (bypassHost) {
                if (new RegExp(bypassHost, 'i').test(requestUrl)) {
                    bypass_1 = true;
                }
            });
        }
        if (bypass_1) {
            return null;
        }
        else {
            var proxyAddress = getProxyFormattedUrl(proxyUrl, proxyUsername, proxyPassword);
            return {
                proxyUrl: proxyUrl,
                proxyUsername: proxyUsername,
                proxyPassword: proxyPassword,
                proxyBypassHosts: proxyBypassHosts,
                proxyFormattedUrl: proxyAddress
            };
        }
    }
    else {
        return null;
    }
}
exports.getHttpProxyConfiguration = getHttpProxyConfiguration;
/**
 * Gets http certificate configuration used by Build/Release agent
 *
 * @return  CertConfiguration
 */
function getHttpCertConfiguration() {
    var ca = (0, exports.getVariable)('Agent.CAInfo');
    var clientCert = (0, exports.getVariable)('Agent.ClientCert');
    if (ca || clientCert) {
        var certConfig = {};
        certConfig.caFile = ca;
        certConfig.certFile = clientCert;
        if (clientCert) {
            var clientCertKey = (0, exports.getVariable)('Agent.ClientCertKey');
            var clientCertArchive = (0, exports.getVariable)('Agent.ClientCertArchive');
            var clientCertPassword = (0, exports.getVariable)('Agent.ClientCertPassword');
            certConfig.keyFile = clientCertKey;
            certConfig.certArchiveFile = clientCertArchive;
            certConfig.passphrase = clientCertPassword;
        }
        return certConfig;
    }
    else {
        return null;
    }
}
exports.getHttpCertConfiguration = getHttpCertConfiguration;
//-----------------------------------------------------
// Test Publisher
//-----------------------------------------------------
var TestPublisher = /** @class */ (function () {
    function TestPublisher(testRunner) {
        this.testRunner = testRunner;
    }
    TestPublisher.prototype.publish = function (resultFiles, mergeResults, platform, config, runTitle, publishRunAttachments, testRunSystem) {
        // Could have used an initializer, but wanted to avoid reordering parameters when converting to strict null checks
        // (A parameter cannot both be optional and have an initializer)
        testRunSystem = testRunSystem || "VSTSTask";
        var properties = {};
        properties['type'] = this.testRunner;
        if (mergeResults) {
            properties['mergeResults'] = mergeResults;
        }
        if (platform) {
            properties['platform'] = platform;
        }
        if (config) {
            properties['config'] = config;
        }
        if (runTitle) {
            properties['runTitle'] = runTitle;
        }
        if (publishRunAttachments) {
            properties['publishRunAttachments'] = publishRunAttachments;
        }
        if (resultFiles) {
            properties['resultFiles'] = Array.isArray(resultFiles) ? resultFiles.join() : resultFiles;
        }
        properties['testRunSystem'] = testRunSystem;
        (0, exports.command)('results.publish', properties, '');
    };
    return TestPublisher;
}());
exports.TestPublisher = TestPublisher;
//-----------------------------------------------------
// Code coverage Publisher
//-----------------------------------------------------
var CodeCoveragePublisher = /** @class */ (function () {
    function CodeCoveragePublisher() {
    }
    CodeCoveragePublisher.prototype.publish = function (codeCoverageTool, summaryFileLocation, reportDirectory, additionalCodeCoverageFiles) {
        var properties = {};
        if (codeCoverageTool) {
            properties['codecoveragetool'] = codeCoverageTool;
        }
        if (summaryFileLocation) {
            properties['summaryfile'] = summaryFileLocation;
        }
        if (reportDirectory) {
            properties['reportdirectory'] = reportDirectory;
        }
        if (additionalCodeCoverageFiles) {
            properties['additionalcodecoveragefiles'] = Array.isArray(additionalCodeCoverageFiles) ? additionalCodeCoverageFiles.join() : additionalCodeCoverageFiles;
        }
        (0, exports.command)('codecoverage.publish', properties, "");
    };
    return CodeCoveragePublisher;
}());
exports.CodeCoveragePublisher = CodeCoveragePublisher;
//-----------------------------------------------------
// Code coverage Publisher
//-----------------------------------------------------
var CodeCoverageEnabler = /** @class */ (function () {
    function CodeCoverageEnabler(buildTool, ccTool) {
        this.buildTool = buildTool;
        this.ccTool = ccTool;
    }
    CodeCoverageEnabler.prototype.enableCodeCoverage = function (buildProps) {
        buildProps['buildtool'] = this.buildTool;
        buildProps['codecoveragetool'] = this.ccTool;
        (0, exports.command)('codecoverage.enable', buildProps, "");
    };
    return CodeCoverageEnabler;
}());
exports.CodeCoverageEnabler = CodeCoverageEnabler;
//-----------------------------------------------------
// Task Logging Commands
//-----------------------------------------------------
/**
 * Upload user interested file as additional log information
 * to the current timeline record.
 *
 * The file shall be available for download along with task logs.
 *
 * @param path      Path to the file that should be uploaded.
 * @returns         void
 */
function uploadFile(path) {
    (0, exports.command)("task.uploadfile", null, path);
}
exports.uploadFile = uploadFile;
/**
 * Instruction for the agent to update the PATH environment variable.
 * The specified directory is prepended to the PATH.
 * The updated environment variable will be reflected in subsequent tasks.
 *
 * @param path      Local directory path.
 * @returns         void
 */
function prependPath(path) {
    assertAgent("2.115.0");
    (0, exports.command)("task.prependpath", null, path);
}
exports.prependPath = prependPath;
/**
 * Upload and attach summary markdown to current timeline record.
 * This summary shall be added to the build/release summary and
 * not available for download with logs.
 *
 * @param path      Local directory path.
 * @returns         void
 */
function uploadSummary(path) {
    (0, exports.command)("task.uploadsummary", null, path);
}
exports.uploadSummary = uploadSummary;
/**
 * Upload and attach attachment to current timeline record.
 * These files are not available for download with logs.
 * These can only be referred to by extensions using the type or name values.
 *
 * @param type      Attachment type.
 * @param name      Attachment name.
 * @param path      Attachment path.
 * @returns         void
 */
function addAttachment(type, name, path) {
    (0, exports.command)("task.addattachment", { "type": type, "name": name }, path);
}
exports.addAttachment = addAttachment;
/**
 * Set an endpoint field with given value.
 * Value updated will be retained in the endpoint for
 * the subsequent tasks that execute within the same job.
 *
 * @param id      Endpoint id.
 * @param field   FieldType enum of AuthParameter, DataParameter or Url.
 * @param key     Key.
 * @param value   Value for key or url.
 * @returns       void
 */
function setEndpoint(id, field, key, value) {
    (0, exports.command)("task.setendpoint", { "id": id, "field": FieldType[field].toLowerCase(), "key": key }, value);
}
exports.setEndpoint = setEndpoint;
/**
 * Set progress and current operation for current task.
 *
 * @param percent           Percentage of completion.
 * @param currentOperation  Current pperation.
 * @returns                 void
 */
function setProgress(percent, currentOperation) {
    (0, exports.command)("task.setprogress", { "value": "".concat(percent) }, currentOperation);
}
exports.setProgress = setProgress;
/**
 * Indicates whether to write the logging command directly to the host or to the output pipeline.
 *
 * @param id            Timeline record Guid.
 * @param parentId      Parent timeline record Guid.
 * @param recordType    Record type.
 * @param recordName    Record name.
 * @param order         Order of timeline record.
 * @param startTime     Start time.
 * @param finishTime    End time.
 * @param progress      Percentage of completion.
 * @param state         TaskState enum of Unknown, Initialized, InProgress or Completed.
 * @param result        TaskResult enum of Succeeded, SucceededWithIssues, Failed, Cancelled or Skipped.
 * @param message       current operation
 * @returns             void
 */
function logDetail(id, message, parentId, recordType, recordName, order, startTime, finishTime, progress, state, result) {
    var properties = {
        "id": id,
        "parentid": parentId,
        "type": recordType,
        "name": recordName,
        "order": order ? order.toString() : undefined,
        "starttime": startTime,
        "finishtime": finishTime,
        "progress": progress ? progress.toString() : undefined,
        "state": state ? TaskState[state] : undefined,
        "result": result ? TaskResult[result] : undefined
    };
    (0, exports.command)("task.logdetail", properties, message);
}
exports.logDetail = logDetail;
/**
 * Log error or warning issue to timeline record of current task.
 *
 * @param type          IssueType enum of Error or Warning.
 * @param sourcePath    Source file location.
 * @param lineNumber    Line number.
 * @param columnNumber  Column number.
 * @param code          Error or warning code.
 * @param message       Error or warning message.
 * @returns             void
 */
function logIssue(type, message, sourcePath, lineNumber, columnNumber, errorCode) {
    var properties = {
        "type": IssueType[type].toLowerCase(),
        "code": errorCode,
        "sourcepath": sourcePath,
        "linenumber": lineNumber ? lineNumber.toString() : undefined,
        "columnnumber": columnNumber ? columnNumber.toString() : undefined,
    };
    (0, exports.command)("task.logissue", properties, message);
}
exports.logIssue = logIssue;
//-----------------------------------------------------
// Artifact Logging Commands
//-----------------------------------------------------
/**
 * Upload user interested file as additional log information
 * to the current timeline record.
 *
 * The file shall be available for download along with task logs.
 *
 * @param containerFolder   Folder that the file will upload to, folder will be created if needed.
 * @param path              Path to the file that should be uploaded.
 * @param name              Artifact name.
 * @returns                 void
 */
function uploadArtifact(containerFolder, path, name) {
    (0, exports.command)("artifact.upload", { "containerfolder": containerFolder, "artifactname": name }, path);
}
exports.uploadArtifact = uploadArtifact;
/**
 * Create an artifact link, artifact location is required to be
 * a file container path, VC path or UNC share path.
 *
 * The file shall be available for download along with task logs.
 *
 * @param name              Artifact name.
 * @param path              Path to the file that should be associated.
 * @param artifactType      ArtifactType enum of Container, FilePath, VersionControl, GitRef or TfvcLabel.
 * @returns                 void
 */
function associateArtifact(name, path, artifactType) {
    (0, exports.command)("artifact.associate", { "type": ArtifactType[artifactType].toLowerCase(), "artifactname": name }, path);
}
exports.associateArtifact = associateArtifact;
//-----------------------------------------------------
// Build Logging Commands
//-----------------------------------------------------
/**
 * Upload user interested log to build’s container “logs\tool” folder.
 *
 * @param path      Path to the file that should be uploaded.
 * @returns         void
 */
function uploadBuildLog(path) {
    (0, exports.command)("build.uploadlog", null, path);
}
exports.uploadBuildLog = uploadBuildLog;
/**
 * Update build number for current build.
 *
 * @param value     Value to be assigned as the build number.
 * @returns         void
 */
function updateBuildNumber(value) {
    (0, exports.command)("build.updatebuildnumber", null, value);
}
exports.updateBuildNumber = updateBuildNumber;
/**
 * Add a tag for current build.
 *
 * @param value     Tag value.
 * @returns         void
 */
function addBuildTag(value) {
    (0, exports.command)("build.addbuildtag", null, value);
}
exports.addBuildTag = addBuildTag;
//-----------------------------------------------------
// Release Logging Commands
//-----------------------------------------------------
/**
 * Update release name for current release.
 *
 * @param value     Value to be assigned as the release name.
 * @returns         void
 */
function updateReleaseName(name) {
    assertAgent("2.132.0");
    (0, exports.command)("release.updatereleasename", null, name);
}
exports.updateReleaseName = updateReleaseName;
//-----------------------------------------------------
// Tools
//-----------------------------------------------------
exports.TaskCommand = tcm.TaskCommand;
exports.commandFromString = tcm.commandFromString;
exports.ToolRunner = trm.ToolRunner;
/**
 * Creates a filtering stream for external output and pipes it to the destination
 * (default process.stdout). Pipe untrusted output (a remote response, a child process's
 * stdout, etc.) into the returned stream so that any "##vso[" command markers it contains
 * are neutralized instead of executed by the agent.
 *
 * By default every marker is blocked. Set enableVsoCommands to true (optionally with an
 * explicit allowedVsoCommands list) to permit a small set of command names on a
 * compatibility-sensitive path.
 *
 * @param options   External output options. See ExternalOutputOptions.
 * @returns         A writable/readable stream to pipe untrusted output into.
 */
function createExternalOutputStream(options) {
    return eom.createExternalOutputStream(options);
}
exports.createExternalOutputStream = createExternalOutputStream;
/** Filters external output and writes it directly to the configured destination. */
function writeExternalOutput(message, options) {
    eom.writeExternalOutput(message, options);
}
exports.writeExternalOutput = writeExternalOutput;
/** Filters external output and submits it through the existing task-lib debug logger. */
function debugExternalOutput(message, options) {
    eom.debugExternalOutput(message, options);
}
exports.debugExternalOutput = debugExternalOutput;
/** Filters external output and submits it through the existing task-lib warning logger. */
function warningExternalOutput(message, options) {
    eom.warningExternalOutput(message, options);
}
exports.warningExternalOutput = warningExternalOutput;
/** Filters external output and submits it through the existing task-lib error logger. */
function errorExternalOutput(message, options) {
    eom.errorExternalOutput(message, options);
}
exports.errorExternalOutput = errorExternalOutput;
/** Commands allowed when VSO commands are enabled without an explicit allowlist. */
exports.defaultAllowedVsoCommands = eom.defaultAllowedVsoCommands;
//-----------------------------------------------------
// Validation Checks
//-----------------------------------------------------
// async await needs generators in node 4.x+
if (semver.lt(process.versions.node, '4.2.0')) {
    (0, exports.warning)('Tasks require a new agent.  Upgrade your agent or node to 4.2.0 or later', exports.IssueSource.TaskInternal);
}
//-------------------------------------------------------------------
// Populate the vault with sensitive data.  Inputs and Endpoints
//-------------------------------------------------------------------
// avoid loading twice (overwrites .taskkey)
if (!global['_vsts_task_lib_loaded']) {
    im._loadData();
    im._exposeProxySettings();
    im._exposeCertSettings();
}
//Helper Functions for internal use only
/**
 * safeFind - safe replacement for Array.prototype.find
 *
 * @param {Array} arr - the array to search
 * @param {Function} predicate - function to test each element, returns true if match
 * @returns {*} - first element that matches or undefined
 */
function safeFind(arr, predicate) {
    for (var i = 0; i < arr.length; i++) {
        if (predicate(arr[i])) {
            return arr[i];
        }
    }
    return undefined;
}


/***/ }),

/***/ 8373:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.commandFromString = exports.TaskCommand = void 0;
//
// Command Format:
//    ##vso[artifact.command key=value;key=value]user message
//    
// Examples:
//    ##vso[task.progress value=58]
//    ##vso[task.issue type=warning;]This is the user warning message
//
var CMD_PREFIX = '##vso[';
var TaskCommand = /** @class */ (function () {
    function TaskCommand(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    TaskCommand.prototype.toString = function () {
        var cmdStr = CMD_PREFIX + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            for (var key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    var val = this.properties[key];
                    if (val) {
                        // safely append the val - avoid blowing up when attempting to
                        // call .replace() if message is not a string for some reason
                        cmdStr += key + '=' + escape('' + (val || '')) + ';';
                    }
                }
            }
        }
        cmdStr += ']';
        // safely append the message - avoid blowing up when attempting to
        // call .replace() if message is not a string for some reason
        var message = '' + (this.message || '');
        cmdStr += escapedata(message);
        return cmdStr;
    };
    return TaskCommand;
}());
exports.TaskCommand = TaskCommand;
function commandFromString(commandLine) {
    var preLen = CMD_PREFIX.length;
    var lbPos = commandLine.indexOf('[');
    var rbPos = commandLine.indexOf(']');
    if (lbPos == -1 || rbPos == -1 || rbPos - lbPos < 3) {
        throw new Error('Invalid command brackets');
    }
    var cmdInfo = commandLine.substring(lbPos + 1, rbPos);
    var spaceIdx = cmdInfo.indexOf(' ');
    var command = cmdInfo;
    var properties = {};
    if (spaceIdx > 0) {
        command = cmdInfo.trim().substring(0, spaceIdx);
        var propSection = cmdInfo.trim().substring(spaceIdx + 1);
        var propLines = propSection.split(';');
        propLines.forEach(function (propLine) {
            propLine = propLine.trim();
            if (propLine.length > 0) {
                var eqIndex = propLine.indexOf('=');
                if (eqIndex == -1) {
                    throw new Error('Invalid property: ' + propLine);
                }
                var key = propLine.substring(0, eqIndex);
                var val = propLine.substring(eqIndex + 1);
                properties[key] = unescape(val);
            }
        });
    }
    var msg = unescapedata(commandLine.substring(rbPos + 1));
    var cmd = new TaskCommand(command, properties, msg);
    return cmd;
}
exports.commandFromString = commandFromString;
function escapedata(s) {
    return s.replace(/%/g, '%AZP25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function unescapedata(s) {
    return s.replace(/%0D/g, '\r')
        .replace(/%0A/g, '\n')
        .replace(/%AZP25/g, '%');
}
function escape(s) {
    return s.replace(/%/g, '%AZP25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/]/g, '%5D')
        .replace(/;/g, '%3B');
}
function unescape(s) {
    return s.replace(/%0D/g, '\r')
        .replace(/%0A/g, '\n')
        .replace(/%5D/g, ']')
        .replace(/%3B/g, ';')
        .replace(/%AZP25/g, '%');
}


/***/ }),

/***/ 419:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {


var __extends = (this && this.__extends) || (function () {
    var extendStatics = function (d, b) {
        extendStatics = Object.setPrototypeOf ||
            ({ __proto__: [] } instanceof Array && function (d, b) { d.__proto__ = b; }) ||
            function (d, b) { for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p]; };
        return extendStatics(d, b);
    };
    return function (d, b) {
        if (typeof b !== "function" && b !== null)
            throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
        extendStatics(d, b);
        function __() { this.constructor = d; }
        d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ToolRunner = void 0;
var Q = __nccwpck_require__(5560);
var os = __nccwpck_require__(857);
var events = __nccwpck_require__(4434);
var child = __nccwpck_require__(5317);
var im = __nccwpck_require__(8202);
var fs = __nccwpck_require__(9896);
var eom = __nccwpck_require__(6037);
var ToolRunner = /** @class */ (function (_super) {
    __extends(ToolRunner, _super);
    function ToolRunner(toolPath) {
        var _this = _super.call(this) || this;
        _this.cmdSpecialChars = [' ', '\t', '&', '(', ')', '[', ']', '{', '}', '^', '=', ';', '!', '\'', '+', ',', '`', '~', '|', '<', '>', '"'];
        if (!toolPath) {
            throw new Error('Parameter \'toolPath\' cannot be null or empty.');
        }
        _this.toolPath = im._which(toolPath, true);
        _this.args = [];
        _this._debug('toolRunner toolPath: ' + toolPath);
        return _this;
    }
    ToolRunner.prototype._debug = function (message) {
        this.emit('debug', message);
    };
    ToolRunner.prototype._argStringToArray = function (argString) {
        var args = [];
        var inQuotes = false;
        var escaped = false;
        var lastCharWasSpace = true;
        var arg = '';
        var append = function (c) {
            // we only escape double quotes.
            if (escaped) {
                if (c !== '"') {
                    arg += '\\';
                }
                else {
                    arg.slice(0, -1);
                }
            }
            arg += c;
            escaped = false;
        };
        for (var i = 0; i < argString.length; i++) {
            var c = argString.charAt(i);
            if (c === ' ' && !inQuotes) {
                if (!lastCharWasSpace) {
                    args.push(arg);
                    arg = '';
                }
                lastCharWasSpace = true;
                continue;
            }
            else {
                lastCharWasSpace = false;
            }
            if (c === '"') {
                if (!escaped) {
                    inQuotes = !inQuotes;
                }
                else {
                    append(c);
                }
                continue;
            }
            if (c === "\\" && escaped) {
                append(c);
                continue;
            }
            if (c === "\\" && inQuotes) {
                escaped = true;
                continue;
            }
            append(c);
            lastCharWasSpace = false;
        }
        if (!lastCharWasSpace) {
            args.push(arg.trim());
        }
        return args;
    };
    ToolRunner.prototype._getCommandString = function (options, noPrefix) {
        var _this = this;
        var toolPath = this._getSpawnFileName();
        var args = this._getSpawnArgs(options);
        var cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        var commandParts = [];
        if (process.platform == 'win32') {
            // Windows + cmd file
            if (this._isCmdFile()) {
                commandParts.push(toolPath);
                commandParts = commandParts.concat(args);
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                commandParts.push("\"".concat(toolPath, "\""));
                commandParts = commandParts.concat(args);
            }
            else if (options.shell) {
                commandParts.push(this._windowsQuoteCmdArg(toolPath));
                commandParts = commandParts.concat(args);
            }
            // Windows (regular)
            else {
                commandParts.push(this._windowsQuoteCmdArg(toolPath));
                commandParts = commandParts.concat(args.map(function (arg) { return _this._windowsQuoteCmdArg(arg); }));
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            commandParts.push(toolPath);
            commandParts = commandParts.concat(args);
        }
        cmd += commandParts.join(' ');
        // append second tool
        if (this.pipeOutputToTool) {
            cmd += ' | ' + this.pipeOutputToTool._getCommandString(options, /*noPrefix:*/ true);
        }
        return cmd;
    };
    ToolRunner.prototype._processLineBuffer = function (data, buffer, onLine) {
        var newBuffer = buffer + data.toString();
        try {
            var eolIndex = newBuffer.indexOf(os.EOL);
            while (eolIndex > -1) {
                var line = newBuffer.substring(0, eolIndex);
                onLine(line);
                // the rest of the string ...
                newBuffer = newBuffer.substring(eolIndex + os.EOL.length);
                eolIndex = newBuffer.indexOf(os.EOL);
            }
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug('error processing line');
        }
        return newBuffer;
    };
    /**
     * Wraps an arg string with specified char if it's not already wrapped
     * @returns {string} Arg wrapped with specified char
     * @param {string} arg Input argument string
     * @param {string} wrapChar A char input string should be wrapped with
     */
    ToolRunner.prototype._wrapArg = function (arg, wrapChar) {
        if (!this._isWrapped(arg, wrapChar)) {
            return "".concat(wrapChar).concat(arg).concat(wrapChar);
        }
        return arg;
    };
    /**
     * Unwraps an arg string wrapped with specified char
     * @param arg Arg wrapped with specified char
     * @param wrapChar A char to be removed
     */
    ToolRunner.prototype._unwrapArg = function (arg, wrapChar) {
        if (this._isWrapped(arg, wrapChar)) {
            var pattern = new RegExp("(^\\\\?".concat(wrapChar, ")|(\\\\?").concat(wrapChar, "$)"), 'g');
            return arg.trim().replace(pattern, '');
        }
        return arg;
    };
    /**
     * Determine if arg string is wrapped with specified char
     * @param arg Input arg string
     */
    ToolRunner.prototype._isWrapped = function (arg, wrapChar) {
        var pattern = new RegExp("^\\\\?".concat(wrapChar, ".+\\\\?").concat(wrapChar, "$"));
        return pattern.test(arg.trim());
    };
    ToolRunner.prototype._getSpawnFileName = function (options) {
        if (process.platform == 'win32') {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        if (options && options.shell) {
            return this._wrapArg(this.toolPath, '"');
        }
        return this.toolPath;
    };
    ToolRunner.prototype._getSpawnArgs = function (options) {
        var _this = this;
        if (process.platform == 'win32') {
            if (this._isCmdFile()) {
                var argline = "/D /S /C \"".concat(this._windowsQuoteCmdArg(this.toolPath));
                for (var i = 0; i < this.args.length; i++) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments ? this.args[i] : this._windowsQuoteCmdArg(this.args[i]);
                }
                argline += '"';
                return [argline];
            }
            if (options.windowsVerbatimArguments) {
                // note, in Node 6.x options.argv0 can be used instead of overriding args.slice and args.unshift.
                // for more details, refer to https://github.com/nodejs/node/blob/v6.x/lib/child_process.js
                var args_1 = this.args.slice(0); // copy the array
                // override slice to prevent Node from creating a copy of the arg array.
                // we need Node to use the "unshift" override below.
                args_1.slice = function () {
                    if (arguments.length != 1 || arguments[0] != 0) {
                        throw new Error('Unexpected arguments passed to args.slice when windowsVerbatimArguments flag is set.');
                    }
                    return args_1;
                };
                // override unshift
                //
                // when using the windowsVerbatimArguments option, Node does not quote the tool path when building
                // the cmdline parameter for the win32 function CreateProcess(). an unquoted space in the tool path
                // causes problems for tools when attempting to parse their own command line args. tools typically
                // assume their arguments begin after arg 0.
                //
                // by hijacking unshift, we can quote the tool path when it pushed onto the args array. Node builds
                // the cmdline parameter from the args array.
                //
                // note, we can't simply pass a quoted tool path to Node for multiple reasons:
                //   1) Node verifies the file exists (calls win32 function GetFileAttributesW) and the check returns
                //      false if the path is quoted.
                //   2) Node passes the tool path as the application parameter to CreateProcess, which expects the
                //      path to be unquoted.
                //
                // also note, in addition to the tool path being embedded within the cmdline parameter, Node also
                // passes the tool path to CreateProcess via the application parameter (optional parameter). when
                // present, Windows uses the application parameter to determine which file to run, instead of
                // interpreting the file from the cmdline parameter.
                args_1.unshift = function () {
                    if (arguments.length != 1) {
                        throw new Error('Unexpected arguments passed to args.unshift when windowsVerbatimArguments flag is set.');
                    }
                    return Array.prototype.unshift.call(args_1, "\"".concat(arguments[0], "\"")); // quote the file name
                };
                return args_1;
            }
            else if (options.shell) {
                var args = [];
                for (var _i = 0, _a = this.args; _i < _a.length; _i++) {
                    var arg = _a[_i];
                    if (this._needQuotesForCmd(arg, '%')) {
                        args.push(this._wrapArg(arg, '"'));
                    }
                    else {
                        args.push(arg);
                    }
                }
                return args;
            }
        }
        else if (options.shell) {
            return this.args.map(function (arg) {
                if (_this._isWrapped(arg, "'")) {
                    return arg;
                }
                // remove wrapping double quotes to avoid escaping
                arg = _this._unwrapArg(arg, '"');
                arg = _this._escapeChar(arg, '"');
                return _this._wrapArg(arg, '"');
            });
        }
        return this.args;
    };
    /**
     * Escape specified character.
     * @param arg String to escape char in
     * @param charToEscape Char should be escaped
     */
    ToolRunner.prototype._escapeChar = function (arg, charToEscape) {
        var escChar = "\\";
        var output = '';
        var charIsEscaped = false;
        for (var _i = 0, arg_1 = arg; _i < arg_1.length; _i++) {
            var char = arg_1[_i];
            if (char === charToEscape && !charIsEscaped) {
                output += escChar + char;
            }
            else {
                output += char;
            }
            charIsEscaped = char === escChar && !charIsEscaped;
        }
        return output;
    };
    ToolRunner.prototype._isCmdFile = function () {
        var upperToolPath = this.toolPath.toUpperCase();
        return im._endsWith(upperToolPath, '.CMD') || im._endsWith(upperToolPath, '.BAT');
    };
    /**
     * Determine whether the cmd arg needs to be quoted. Returns true if arg contains any of special chars array.
     * @param arg The cmd command arg.
     * @param additionalChars Additional chars which should be also checked.
     */
    ToolRunner.prototype._needQuotesForCmd = function (arg, additionalChars) {
        var specialChars = this.cmdSpecialChars;
        if (additionalChars) {
            specialChars = this.cmdSpecialChars.concat(additionalChars);
        }
        var _loop_1 = function (char) {
            if (specialChars.some(function (x) { return x === char; })) {
                return { value: true };
            }
        };
        for (var _i = 0, arg_2 = arg; _i < arg_2.length; _i++) {
            var char = arg_2[_i];
            var state_1 = _loop_1(char);
            if (typeof state_1 === "object")
                return state_1.value;
        }
        return false;
    };
    ToolRunner.prototype._windowsQuoteCmdArg = function (arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uv_quote_cmd_arg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        var needsQuotes = this._needQuotesForCmd(arg);
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that preceed a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        var reverse = '"';
        var quote_hit = true;
        for (var i = arg.length; i > 0; i--) { // walk the string in reverse
            reverse += arg[i - 1];
            if (quote_hit && arg[i - 1] == '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] == '"') {
                quote_hit = true;
                reverse += '"'; // double the quote
            }
            else {
                quote_hit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    };
    ToolRunner.prototype._uv_quote_cmd_arg = function (arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (arg.indexOf(' ') < 0 && arg.indexOf('\t') < 0 && arg.indexOf('"') < 0) {
            // No quotation needed
            return arg;
        }
        if (arg.indexOf('"') < 0 && arg.indexOf('\\') < 0) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return "\"".concat(arg, "\"");
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        var reverse = '"';
        var quote_hit = true;
        for (var i = arg.length; i > 0; i--) { // walk the string in reverse
            reverse += arg[i - 1];
            if (quote_hit && arg[i - 1] == '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] == '"') {
                quote_hit = true;
                reverse += '\\';
            }
            else {
                quote_hit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    };
    ToolRunner.prototype._cloneExecOptions = function (options) {
        options = options || {};
        var result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            shell: options.shell || false,
            externalOutput: options.externalOutput
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    };
    /** Builds one filtered writer per display destination. */
    ToolRunner.prototype._createDisplayFilter = function (options) {
        var ext = options.externalOutput;
        if (!ext) {
            return null;
        }
        var outStream = options.outStream;
        var errDest = options.failOnStdErr ? options.errStream : options.outStream;
        var stdoutWriter = eom.createFilteredWriter(ext, outStream);
        var stderrWriter = errDest === outStream
            ? stdoutWriter
            : eom.createFilteredWriter(ext, errDest);
        return {
            commandLine: function (text) { outStream.write(eom.filterExternalOutput(text, ext)); },
            stdout: function (data) { return stdoutWriter.write(data); },
            stderr: function (data) { return stderrWriter.write(data); },
            finalize: function () {
                stdoutWriter.end();
                if (stderrWriter !== stdoutWriter) {
                    stderrWriter.end();
                }
            }
        };
    };
    ToolRunner.prototype._getSpawnOptions = function (options) {
        options = options || {};
        var result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result.shell = options.shell;
        result['windowsVerbatimArguments'] = options.windowsVerbatimArguments || this._isCmdFile();
        return result;
    };
    ToolRunner.prototype._getSpawnSyncOptions = function (options) {
        var result = {};
        result.maxBuffer = 1024 * 1024 * 1024;
        result.cwd = options.cwd;
        result.env = options.env;
        result.shell = options.shell;
        result['windowsVerbatimArguments'] = options.windowsVerbatimArguments || this._isCmdFile();
        return result;
    };
    ToolRunner.prototype.execWithPipingAsync = function (pipeOutputToTool, options) {
        var _this = this;
        this._debug('exec tool: ' + this.toolPath);
        this._debug('arguments:');
        this.args.forEach(function (arg) {
            _this._debug('   ' + arg);
        });
        var success = true;
        var optionsNonNull = this._cloneExecOptions(options);
        var df = this._createDisplayFilter(optionsNonNull);
        if (!optionsNonNull.silent) {
            if (df) {
                df.commandLine(this._getCommandString(optionsNonNull) + os.EOL);
            }
            else {
                optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
            }
        }
        var cp;
        var toolPath = pipeOutputToTool.toolPath;
        var toolPathFirst;
        var successFirst = true;
        var returnCodeFirst;
        var fileStream;
        var waitingEvents = 0; // number of process or stream events we are waiting on to complete
        var returnCode = 0;
        var error;
        toolPathFirst = this.toolPath;
        // Following node documentation example from this link on how to pipe output of one process to another
        // https://nodejs.org/api/child_process.html#child_process_child_process_spawn_command_args_options
        //start the child process for both tools
        waitingEvents++;
        var cpFirst = child.spawn(this._getSpawnFileName(optionsNonNull), this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(optionsNonNull));
        waitingEvents++;
        cp = child.spawn(pipeOutputToTool._getSpawnFileName(optionsNonNull), pipeOutputToTool._getSpawnArgs(optionsNonNull), pipeOutputToTool._getSpawnOptions(optionsNonNull));
        fileStream = this.pipeOutputToFile ? fs.createWriteStream(this.pipeOutputToFile) : null;
        return new Promise(function (resolve, reject) {
            var _a, _b, _c, _d;
            var complete = function () {
                if (waitingEvents != 0) {
                    return;
                }
                if (df) {
                    df.finalize();
                }
                if (error) {
                    reject(error);
                }
                else {
                    resolve(returnCode);
                }
            };
            if (fileStream) {
                waitingEvents++;
                fileStream.on('finish', function () {
                    waitingEvents--; //file write is complete
                    fileStream = null;
                    complete();
                });
                fileStream.on('error', function (err) {
                    waitingEvents--; //there were errors writing to the file, write is done
                    _this._debug("Failed to pipe output of ".concat(toolPathFirst, " to file ").concat(_this.pipeOutputToFile, ". Error = ").concat(err));
                    fileStream = null;
                    complete();
                });
            }
            //pipe stdout of first tool to stdin of second tool
            (_a = cpFirst.stdout) === null || _a === void 0 ? void 0 : _a.on('data', function (data) {
                var _a, _b;
                try {
                    if (fileStream) {
                        fileStream.write(data);
                    }
                    if (!((_a = cp.stdin) === null || _a === void 0 ? void 0 : _a.destroyed)) {
                        (_b = cp.stdin) === null || _b === void 0 ? void 0 : _b.write(data);
                    }
                }
                catch (err) {
                    _this._debug('Failed to pipe output of ' + toolPathFirst + ' to ' + toolPath);
                    _this._debug(toolPath + ' might have exited due to errors prematurely. Verify the arguments passed are valid.');
                }
            });
            (_b = cpFirst.stderr) === null || _b === void 0 ? void 0 : _b.on('data', function (data) {
                if (fileStream) {
                    fileStream.write(data);
                }
                successFirst = !optionsNonNull.failOnStdErr;
                if (!optionsNonNull.silent) {
                    if (df) {
                        df.stderr(data);
                    }
                    else {
                        var s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                        s.write(data);
                    }
                }
            });
            cpFirst.on('error', function (err) {
                var _a;
                waitingEvents--; //first process is complete with errors
                if (fileStream) {
                    fileStream.end();
                }
                (_a = cp.stdin) === null || _a === void 0 ? void 0 : _a.end();
                error = new Error(toolPathFirst + ' failed. ' + err.message);
                complete();
            });
            cpFirst.on('close', function (code, signal) {
                var _a;
                waitingEvents--; //first process is complete
                if (code != 0 && !optionsNonNull.ignoreReturnCode) {
                    successFirst = false;
                    returnCodeFirst = code;
                    returnCode = returnCodeFirst;
                }
                _this._debug('success of first tool:' + successFirst);
                if (fileStream) {
                    fileStream.end();
                }
                (_a = cp.stdin) === null || _a === void 0 ? void 0 : _a.end();
                complete();
            });
            var stdLineBuffer = '';
            (_c = cp.stdout) === null || _c === void 0 ? void 0 : _c.on('data', function (data) {
                _this.emit('stdout', data);
                if (!optionsNonNull.silent) {
                    if (df) {
                        df.stdout(data);
                    }
                    else {
                        optionsNonNull.outStream.write(data);
                    }
                }
                stdLineBuffer = _this._processLineBuffer(data, stdLineBuffer, function (line) {
                    _this.emit('stdline', line);
                });
            });
            var errLineBuffer = '';
            (_d = cp.stderr) === null || _d === void 0 ? void 0 : _d.on('data', function (data) {
                _this.emit('stderr', data);
                success = !optionsNonNull.failOnStdErr;
                if (!optionsNonNull.silent) {
                    if (df) {
                        df.stderr(data);
                    }
                    else {
                        var s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                        s.write(data);
                    }
                }
                errLineBuffer = _this._processLineBuffer(data, errLineBuffer, function (line) {
                    _this.emit('errline', line);
                });
            });
            cp.on('error', function (err) {
                waitingEvents--; //process is done with errors
                error = new Error(toolPath + ' failed. ' + err.message);
                complete();
            });
            cp.on('close', function (code, signal) {
                waitingEvents--; //process is complete
                _this._debug('rc:' + code);
                returnCode = code;
                if (stdLineBuffer.length > 0) {
                    _this.emit('stdline', stdLineBuffer);
                }
                if (errLineBuffer.length > 0) {
                    _this.emit('errline', errLineBuffer);
                }
                if (code != 0 && !optionsNonNull.ignoreReturnCode) {
                    success = false;
                }
                _this._debug('success:' + success);
                if (!successFirst) { //in the case output is piped to another tool, check exit code of both tools
                    error = new Error(toolPathFirst + ' failed with return code: ' + returnCodeFirst);
                }
                else if (!success) {
                    error = new Error(toolPath + ' failed with return code: ' + code);
                }
                complete();
            });
        });
    };
    ToolRunner.prototype.execWithPiping = function (pipeOutputToTool, options) {
        var _this = this;
        var _a, _b, _c, _d;
        var defer = Q.defer();
        this._debug('exec tool: ' + this.toolPath);
        this._debug('arguments:');
        this.args.forEach(function (arg) {
            _this._debug('   ' + arg);
        });
        var success = true;
        var optionsNonNull = this._cloneExecOptions(options);
        var df = this._createDisplayFilter(optionsNonNull);
        if (!optionsNonNull.silent) {
            if (df) {
                df.commandLine(this._getCommandString(optionsNonNull) + os.EOL);
            }
            else {
                optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
            }
        }
        var cp;
        var toolPath = pipeOutputToTool.toolPath;
        var toolPathFirst;
        var successFirst = true;
        var returnCodeFirst;
        var fileStream;
        var waitingEvents = 0; // number of process or stream events we are waiting on to complete
        var returnCode = 0;
        var error;
        toolPathFirst = this.toolPath;
        // Following node documentation example from this link on how to pipe output of one process to another
        // https://nodejs.org/api/child_process.html#child_process_child_process_spawn_command_args_options
        //start the child process for both tools
        waitingEvents++;
        var cpFirst = child.spawn(this._getSpawnFileName(optionsNonNull), this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(optionsNonNull));
        waitingEvents++;
        cp = child.spawn(pipeOutputToTool._getSpawnFileName(optionsNonNull), pipeOutputToTool._getSpawnArgs(optionsNonNull), pipeOutputToTool._getSpawnOptions(optionsNonNull));
        fileStream = this.pipeOutputToFile ? fs.createWriteStream(this.pipeOutputToFile) : null;
        var complete = function () {
            if (waitingEvents != 0) {
                return;
            }
            if (df) {
                df.finalize();
            }
            if (error) {
                defer.reject(error);
            }
            else {
                defer.resolve(returnCode);
            }
        };
        if (fileStream) {
            waitingEvents++;
            fileStream.on('finish', function () {
                waitingEvents--; //file write is complete
                fileStream = null;
                complete();
            });
            fileStream.on('error', function (err) {
                waitingEvents--; //there were errors writing to the file, write is done
                _this._debug("Failed to pipe output of ".concat(toolPathFirst, " to file ").concat(_this.pipeOutputToFile, ". Error = ").concat(err));
                fileStream = null;
                complete();
            });
        }
        //pipe stdout of first tool to stdin of second tool
        (_a = cpFirst.stdout) === null || _a === void 0 ? void 0 : _a.on('data', function (data) {
            var _a;
            try {
                if (fileStream) {
                    fileStream.write(data);
                }
                (_a = cp.stdin) === null || _a === void 0 ? void 0 : _a.write(data);
            }
            catch (err) {
                _this._debug('Failed to pipe output of ' + toolPathFirst + ' to ' + toolPath);
                _this._debug(toolPath + ' might have exited due to errors prematurely. Verify the arguments passed are valid.');
            }
        });
        (_b = cpFirst.stderr) === null || _b === void 0 ? void 0 : _b.on('data', function (data) {
            if (fileStream) {
                fileStream.write(data);
            }
            successFirst = !optionsNonNull.failOnStdErr;
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stderr(data);
                }
                else {
                    var s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                    s.write(data);
                }
            }
        });
        cpFirst.on('error', function (err) {
            var _a;
            waitingEvents--; //first process is complete with errors
            if (fileStream) {
                fileStream.end();
            }
            (_a = cp.stdin) === null || _a === void 0 ? void 0 : _a.end();
            error = new Error(toolPathFirst + ' failed. ' + err.message);
            complete();
        });
        cpFirst.on('close', function (code, signal) {
            var _a;
            waitingEvents--; //first process is complete
            if (code != 0 && !optionsNonNull.ignoreReturnCode) {
                successFirst = false;
                returnCodeFirst = code;
                returnCode = returnCodeFirst;
            }
            _this._debug('success of first tool:' + successFirst);
            if (fileStream) {
                fileStream.end();
            }
            (_a = cp.stdin) === null || _a === void 0 ? void 0 : _a.end();
            complete();
        });
        var stdLineBuffer = '';
        (_c = cp.stdout) === null || _c === void 0 ? void 0 : _c.on('data', function (data) {
            _this.emit('stdout', data);
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stdout(data);
                }
                else {
                    optionsNonNull.outStream.write(data);
                }
            }
            stdLineBuffer = _this._processLineBuffer(data, stdLineBuffer, function (line) {
                _this.emit('stdline', line);
            });
        });
        var errLineBuffer = '';
        (_d = cp.stderr) === null || _d === void 0 ? void 0 : _d.on('data', function (data) {
            _this.emit('stderr', data);
            success = !optionsNonNull.failOnStdErr;
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stderr(data);
                }
                else {
                    var s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                    s.write(data);
                }
            }
            errLineBuffer = _this._processLineBuffer(data, errLineBuffer, function (line) {
                _this.emit('errline', line);
            });
        });
        cp.on('error', function (err) {
            waitingEvents--; //process is done with errors
            error = new Error(toolPath + ' failed. ' + err.message);
            complete();
        });
        cp.on('close', function (code, signal) {
            waitingEvents--; //process is complete
            _this._debug('rc:' + code);
            returnCode = code;
            if (stdLineBuffer.length > 0) {
                _this.emit('stdline', stdLineBuffer);
            }
            if (errLineBuffer.length > 0) {
                _this.emit('errline', errLineBuffer);
            }
            if (code != 0 && !optionsNonNull.ignoreReturnCode) {
                success = false;
            }
            _this._debug('success:' + success);
            if (!successFirst) { //in the case output is piped to another tool, check exit code of both tools
                error = new Error(toolPathFirst + ' failed with return code: ' + returnCodeFirst);
            }
            else if (!success) {
                error = new Error(toolPath + ' failed with return code: ' + code);
            }
            complete();
        });
        return defer.promise;
    };
    /**
     * Add argument
     * Append an argument or an array of arguments
     * returns ToolRunner for chaining
     *
     * @param     val        string cmdline or array of strings
     * @returns   ToolRunner
     */
    ToolRunner.prototype.arg = function (val) {
        if (!val) {
            return this;
        }
        if (val instanceof Array) {
            this._debug(this.toolPath + ' arg: ' + JSON.stringify(val));
            this.args = this.args.concat(val);
        }
        else if (typeof (val) === 'string') {
            this._debug(this.toolPath + ' arg: ' + val);
            this.args = this.args.concat(val.trim());
        }
        return this;
    };
    /**
     * Parses an argument line into one or more arguments
     * e.g. .line('"arg one" two -z') is equivalent to .arg(['arg one', 'two', '-z'])
     * returns ToolRunner for chaining
     *
     * @param     val        string argument line
     * @returns   ToolRunner
     */
    ToolRunner.prototype.line = function (val) {
        if (!val) {
            return this;
        }
        this._debug(this.toolPath + ' arg: ' + val);
        this.args = this.args.concat(this._argStringToArray(val));
        return this;
    };
    /**
     * Add argument(s) if a condition is met
     * Wraps arg().  See arg for details
     * returns ToolRunner for chaining
     *
     * @param     condition     boolean condition
     * @param     val     string cmdline or array of strings
     * @returns   ToolRunner
     */
    ToolRunner.prototype.argIf = function (condition, val) {
        if (condition) {
            this.arg(val);
        }
        return this;
    };
    /**
     * Pipe output of exec() to another tool
     * @param tool
     * @param file  optional filename to additionally stream the output to.
     * @returns {ToolRunner}
     */
    ToolRunner.prototype.pipeExecOutputToTool = function (tool, file) {
        this.pipeOutputToTool = tool;
        this.pipeOutputToFile = file;
        return this;
    };
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See IExecOptions
     * @returns   number
     */
    ToolRunner.prototype.execAsync = function (options) {
        var _this = this;
        var _a, _b, _c;
        if (this.pipeOutputToTool) {
            return this.execWithPipingAsync(this.pipeOutputToTool, options);
        }
        this._debug('exec tool: ' + this.toolPath);
        this._debug('arguments:');
        this.args.forEach(function (arg) {
            _this._debug('   ' + arg);
        });
        var optionsNonNull = this._cloneExecOptions(options);
        var df = this._createDisplayFilter(optionsNonNull);
        if (!optionsNonNull.silent) {
            if (df) {
                df.commandLine(this._getCommandString(optionsNonNull) + os.EOL);
            }
            else {
                optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
            }
        }
        var state = new ExecState(optionsNonNull, this.toolPath);
        state.on('debug', function (message) {
            _this._debug(message);
        });
        var stdLineBuffer = '';
        var errLineBuffer = '';
        var emitDoneEvent = function (resolve, reject) {
            state.on('done', function (error, exitCode) {
                if (stdLineBuffer.length > 0) {
                    _this.emit('stdline', stdLineBuffer);
                }
                if (errLineBuffer.length > 0) {
                    _this.emit('errline', errLineBuffer);
                }
                if (cp) {
                    cp.removeAllListeners();
                }
                if (error) {
                    reject(error);
                }
                else {
                    resolve(exitCode);
                }
            });
        };
        // Edge case when the node itself cant's spawn and emit event
        var cp;
        try {
            cp = child.spawn(this._getSpawnFileName(options), this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(options));
        }
        catch (error) {
            return new Promise(function (resolve, reject) {
                emitDoneEvent(resolve, reject);
                state.processError = error.message;
                state.processExited = true;
                state.processClosed = true;
                state.CheckComplete();
            });
        }
        this.childProcess = cp;
        // it is possible for the child process to end its last line without a new line.
        // because stdout is buffered, this causes the last line to not get sent to the parent
        // stream. Adding this event forces a flush before the child streams are closed.
        (_a = cp.stdout) === null || _a === void 0 ? void 0 : _a.on('end', function () {
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stdout(Buffer.from(os.EOL));
                }
                else {
                    optionsNonNull.outStream.write(os.EOL);
                }
            }
        });
        (_b = cp.stdout) === null || _b === void 0 ? void 0 : _b.on('data', function (data) {
            _this.emit('stdout', data);
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stdout(data);
                }
                else {
                    optionsNonNull.outStream.write(data);
                }
            }
            stdLineBuffer = _this._processLineBuffer(data, stdLineBuffer, function (line) {
                _this.emit('stdline', line);
            });
        });
        (_c = cp.stderr) === null || _c === void 0 ? void 0 : _c.on('data', function (data) {
            state.processStderr = true;
            _this.emit('stderr', data);
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stderr(data);
                }
                else {
                    var s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                    s.write(data);
                }
            }
            errLineBuffer = _this._processLineBuffer(data, errLineBuffer, function (line) {
                _this.emit('errline', line);
            });
        });
        cp.on('error', function (err) {
            state.processError = err.message;
            state.processExited = true;
            state.processClosed = true;
            state.CheckComplete();
        });
        // Do not write debug logs here. Sometimes stdio not closed yet and you can damage user output commands.
        cp.on('exit', function (code, signal) {
            state.processExitCode = code;
            state.processExitSignal = signal;
            state.processExited = true;
            state.CheckComplete();
        });
        cp.on('close', function (code, signal) {
            if (df) {
                df.finalize();
            }
            state.processCloseCode = code;
            state.processCloseSignal = signal;
            state.processClosed = true;
            state.processExited = true;
            state.CheckComplete();
        });
        return new Promise(emitDoneEvent);
    };
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @deprecated Use the `execAsync` method that returns a native Javascript promise instead
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See IExecOptions
     * @returns   number
     */
    ToolRunner.prototype.exec = function (options) {
        var _this = this;
        var _a, _b, _c;
        if (this.pipeOutputToTool) {
            return this.execWithPiping(this.pipeOutputToTool, options);
        }
        var defer = Q.defer();
        this._debug('exec tool: ' + this.toolPath);
        this._debug('arguments:');
        this.args.forEach(function (arg) {
            _this._debug('   ' + arg);
        });
        var optionsNonNull = this._cloneExecOptions(options);
        var df = this._createDisplayFilter(optionsNonNull);
        if (!optionsNonNull.silent) {
            if (df) {
                df.commandLine(this._getCommandString(optionsNonNull) + os.EOL);
            }
            else {
                optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
            }
        }
        var state = new ExecState(optionsNonNull, this.toolPath);
        state.on('debug', function (message) {
            _this._debug(message);
        });
        var stdLineBuffer = '';
        var errLineBuffer = '';
        state.on('done', function (error, exitCode) {
            if (stdLineBuffer.length > 0) {
                _this.emit('stdline', stdLineBuffer);
            }
            if (errLineBuffer.length > 0) {
                _this.emit('errline', errLineBuffer);
            }
            if (cp) {
                cp.removeAllListeners();
            }
            if (error) {
                defer.reject(error);
            }
            else {
                defer.resolve(exitCode);
            }
        });
        // Edge case when the node itself cant's spawn and emit event
        var cp;
        try {
            cp = child.spawn(this._getSpawnFileName(options), this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(options));
        }
        catch (error) {
            state.processError = error.message;
            state.processExited = true;
            state.processClosed = true;
            state.CheckComplete();
            return defer.promise;
        }
        this.childProcess = cp;
        // it is possible for the child process to end its last line without a new line.
        // because stdout is buffered, this causes the last line to not get sent to the parent
        // stream. Adding this event forces a flush before the child streams are closed.
        (_a = cp.stdout) === null || _a === void 0 ? void 0 : _a.on('end', function () {
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stdout(Buffer.from(os.EOL));
                }
                else {
                    optionsNonNull.outStream.write(os.EOL);
                }
            }
        });
        (_b = cp.stdout) === null || _b === void 0 ? void 0 : _b.on('data', function (data) {
            _this.emit('stdout', data);
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stdout(data);
                }
                else {
                    optionsNonNull.outStream.write(data);
                }
            }
            stdLineBuffer = _this._processLineBuffer(data, stdLineBuffer, function (line) {
                _this.emit('stdline', line);
            });
        });
        (_c = cp.stderr) === null || _c === void 0 ? void 0 : _c.on('data', function (data) {
            state.processStderr = true;
            _this.emit('stderr', data);
            if (!optionsNonNull.silent) {
                if (df) {
                    df.stderr(data);
                }
                else {
                    var s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                    s.write(data);
                }
            }
            errLineBuffer = _this._processLineBuffer(data, errLineBuffer, function (line) {
                _this.emit('errline', line);
            });
        });
        cp.on('error', function (err) {
            state.processError = err.message;
            state.processExited = true;
            state.processClosed = true;
            state.CheckComplete();
        });
        // Do not write debug logs here. Sometimes stdio not closed yet and you can damage user output commands.
        cp.on('exit', function (code, signal) {
            state.processExitCode = code;
            state.processExitSignal = signal;
            state.processExited = true;
            state.CheckComplete();
        });
        cp.on('close', function (code, signal) {
            if (df) {
                df.finalize();
            }
            state.processCloseCode = code;
            state.processCloseSignal = signal;
            state.processClosed = true;
            state.processExited = true;
            state.CheckComplete();
        });
        return defer.promise;
    };
    /**
     * Exec a tool synchronously.
     * Output will be *not* be streamed to the live console.  It will be returned after execution is complete.
     * Appropriate for short running tools
     * Returns IExecSyncResult with output and return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See IExecSyncOptions
     * @returns   IExecSyncResult
     */
    ToolRunner.prototype.execSync = function (options) {
        var _this = this;
        this._debug('exec tool: ' + this.toolPath);
        this._debug('arguments:');
        this.args.forEach(function (arg) {
            _this._debug('   ' + arg);
        });
        var success = true;
        options = this._cloneExecOptions(options);
        var ext = options.externalOutput;
        if (!options.silent) {
            var cmdLine = this._getCommandString(options) + os.EOL;
            options.outStream.write(ext ? eom.filterExternalOutput(cmdLine, ext) : cmdLine);
        }
        var r = child.spawnSync(this._getSpawnFileName(options), this._getSpawnArgs(options), this._getSpawnSyncOptions(options));
        if (!options.silent && r.stdout && r.stdout.length > 0) {
            options.outStream.write(ext ? eom.filterExternalOutput(r.stdout, ext) : r.stdout);
        }
        if (!options.silent && r.stderr && r.stderr.length > 0) {
            options.errStream.write(ext ? eom.filterExternalOutput(r.stderr, ext) : r.stderr);
        }
        var res = { code: r.status, error: r.error };
        res.stdout = (r.stdout) ? r.stdout.toString() : '';
        res.stderr = (r.stderr) ? r.stderr.toString() : '';
        return res;
    };
    /**
     * Used to close child process by sending SIGNINT signal.
     * It allows executed script to have some additional logic on SIGINT, before exiting.
     */
    ToolRunner.prototype.killChildProcess = function (signal) {
        if (signal === void 0) { signal = "SIGTERM"; }
        if (this.childProcess) {
            this._debug("[killChildProcess] Signal ".concat(signal, " received"));
            this.childProcess.kill(signal);
        }
    };
    return ToolRunner;
}(events.EventEmitter));
exports.ToolRunner = ToolRunner;
var ExecState = /** @class */ (function (_super) {
    __extends(ExecState, _super);
    function ExecState(options, toolPath) {
        var _this = _super.call(this) || this;
        _this.delay = 10000; // 10 seconds
        _this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        _this.options = options;
        _this.toolPath = toolPath;
        var delay = process.env['TASKLIB_TEST_TOOLRUNNER_EXITDELAY'];
        if (delay) {
            _this.delay = parseInt(delay);
        }
        return _this;
    }
    ExecState.prototype.CheckComplete = function () {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = setTimeout(ExecState.HandleTimeout, this.delay, this);
        }
    };
    ExecState.prototype._debug = function (message) {
        this.emit('debug', message);
    };
    ExecState.prototype._setResult = function () {
        // determine whether there is an error
        var error;
        if (this.processExited) {
            this._debug("Process exited with code ".concat(this.processExitCode, " and signal ").concat(this.processExitSignal, " for tool '").concat(this.toolPath, "'"));
            if (this.processError) {
                error = new Error(im._loc('LIB_ProcessError', this.toolPath, this.processError));
            }
            else if (this.processExitCode != 0 && !this.options.ignoreReturnCode) {
                error = new Error(im._loc('LIB_ProcessExitCode', this.toolPath, this.processExitCode));
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(im._loc('LIB_ProcessStderr', this.toolPath));
            }
        }
        if (this.processClosed) {
            this._debug("STDIO streams have closed and received exit code ".concat(this.processCloseCode, " and signal ").concat(this.processCloseSignal, " for tool '").concat(this.toolPath, "'"));
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    };
    ExecState.HandleTimeout = function (state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            console.log(im._loc('LIB_StdioNotClosed', state.delay / 1000, state.toolPath));
            state._debug(im._loc('LIB_StdioNotClosed', state.delay / 1000, state.toolPath));
        }
        state._setResult();
    };
    return ExecState;
}(events.EventEmitter));


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Vault = void 0;
var fs = __nccwpck_require__(9896);
var path = __nccwpck_require__(6928);
var crypto = __nccwpck_require__(6982);
var algorithm = "aes-256-ctr";
var encryptEncoding = 'hex';
var unencryptedEncoding = 'utf8';
//
// Store sensitive data in proc.
// Main goal: Protects tasks which would dump envvars from leaking secrets inadvertently
//            the task lib clears after storing.
// Also protects against a dump of a process getting the secrets
// The secret is generated and stored externally for the lifetime of the task.
//
var Vault = /** @class */ (function () {
    function Vault(keyPath) {
        this._keyFile = path.join(keyPath, '.taskkey');
        this._store = {};
        this.genKey();
    }
    Vault.prototype.initialize = function () { };
    Vault.prototype.storeSecret = function (name, data) {
        if (!name || name.length == 0) {
            return false;
        }
        name = name.toLowerCase();
        if (!data || data.length == 0) {
            if (this._store.hasOwnProperty(name)) {
                delete this._store[name];
            }
            return false;
        }
        var key = this.getKey();
        var iv = crypto.randomBytes(16);
        var cipher = crypto.createCipheriv(algorithm, key, iv);
        var crypted = cipher.update(data, unencryptedEncoding, encryptEncoding);
        var cryptedFinal = cipher.final(encryptEncoding);
        this._store[name] = iv.toString(encryptEncoding) + crypted + cryptedFinal;
        return true;
    };
    Vault.prototype.retrieveSecret = function (name) {
        var secret;
        name = (name || '').toLowerCase();
        if (this._store.hasOwnProperty(name)) {
            var key = this.getKey();
            var data = this._store[name];
            var ivDataBuffer = Buffer.from(data, encryptEncoding);
            var iv = ivDataBuffer.slice(0, 16);
            var encryptedText = ivDataBuffer.slice(16);
            var decipher = crypto.createDecipheriv(algorithm, key, iv);
            var dec = decipher.update(encryptedText);
            var decFinal = decipher.final(unencryptedEncoding);
            secret = dec + decFinal;
        }
        return secret;
    };
    Vault.prototype.getKey = function () {
        var key = fs.readFileSync(this._keyFile).toString('utf8');
        // Key needs to be hashed to correct length to match algorithm (aes-256-ctr)
        return crypto.createHash('sha256').update(key).digest();
    };
    Vault.prototype.genKey = function () {
        var key;
        if (crypto.randomUUID) {
            key = crypto.randomUUID();
        }
        else {
            var bytes = crypto.randomBytes(16);
            bytes[6] = (bytes[6] & 0x0f) | 0x40;
            bytes[8] = (bytes[8] & 0x3f) | 0x80;
            var hex = bytes.toString('hex');
            key = hex.slice(0, 8) + '-' + hex.slice(8, 12) + '-' + hex.slice(12, 16) + '-' + hex.slice(16, 20) + '-' + hex.slice(20);
        }
        fs.writeFileSync(this._keyFile, key, { encoding: 'utf8' });
    };
    return Vault;
}());
exports.Vault = Vault;


/***/ }),

/***/ 9380:
/***/ ((module) => {


module.exports = balanced;
function balanced(a, b, str) {
  if (a instanceof RegExp) a = maybeMatch(a, str);
  if (b instanceof RegExp) b = maybeMatch(b, str);

  var r = range(a, b, str);

  return r && {
    start: r[0],
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + a.length, r[1]),
    post: str.slice(r[1] + b.length)
  };
}

function maybeMatch(reg, str) {
  var m = str.match(reg);
  return m ? m[0] : null;
}

balanced.range = range;
function range(a, b, str) {
  var begs, beg, left, right, result;
  var ai = str.indexOf(a);
  var bi = str.indexOf(b, ai + 1);
  var i = ai;

  if (ai >= 0 && bi > 0) {
    if(a===b) {
      return [ai, bi];
    }
    begs = [];
    left = str.length;

    while (i >= 0 && !result) {
      if (i == ai) {
        begs.push(i);
        ai = str.indexOf(a, i + 1);
      } else if (begs.length == 1) {
        result = [ begs.pop(), bi ];
      } else {
        beg = begs.pop();
        if (beg < left) {
          left = beg;
          right = bi;
        }

        bi = str.indexOf(b, i + 1);
      }

      i = ai < bi && ai >= 0 ? ai : bi;
    }

    if (begs.length) {
      result = [ left, right ];
    }
  }

  return result;
}


/***/ }),

/***/ 4691:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var concatMap = __nccwpck_require__(7087)
var balanced = __nccwpck_require__(9380)

module.exports = expandTop

var escSlash = '\0SLASH' + Math.random().toFixed(16) + '\0'
var escOpen = '\0OPEN' + Math.random().toFixed(16) + '\0'
var escClose = '\0CLOSE' + Math.random().toFixed(16) + '\0'
var escComma = '\0COMMA' + Math.random().toFixed(16) + '\0'
var escPeriod = '\0PERIOD' + Math.random().toFixed(16) + '\0'

var EXPANSION_MAX = 100000

// `EXPANSION_MAX` caps the *number* of expansions, but not their length. An
// input like `'{a,b}'.repeat(1500)` stays under that count - its output is
// truncated to 100k results - while making every result ~1500 characters
// long. The result set, and the intermediate arrays built while combining
// brace sets, then grow large enough to exhaust memory and crash the process
// (CVE-2026-14257). `EXPANSION_MAX_LENGTH` bounds the total number of
// characters the accumulator may hold at any point, so memory stays flat no
// matter how many brace groups are chained. The limit sits well above any
// realistic expansion (100k results hitting `EXPANSION_MAX` measure ~1M
// characters) so legitimate input is unaffected.
var EXPANSION_MAX_LENGTH = 4000000

// `expand` recurses once per level of brace *nesting* - both when expanding a
// set's comma members and when re-wrapping a set whose body is a single part.
// The CVE-2026-14257 fix made the *tail* iterative (recursion on `m.post`, one
// level per chained group), which left nesting depth unbounded: about 3,100
// levels of `{{{...a,b...}}}` - only ~6KB of input - exhausted the native stack
// and crashed the process. `EXPANSION_MAX_DEPTH` bounds how deep the parser
// will follow nesting. It sits far above any realistic pattern and well below
// the depth at which the stack runs out.
var EXPANSION_MAX_DEPTH = 1000

// Bash keeps a quirk where a brace group followed by a comma set still expands
// (`{a},b}`). The parser implements it by rewriting the string and restarting
// the scan, absorbing one `}` per pass. `n` trailing braces therefore cost `n`
// full passes over a string that itself grows by one `escClose` sentinel each
// time - quadratic in `n`, with a ~26x constant from the sentinel's length.
// 128KB of `'{a}' + '}'.repeat(n) + ',z}'` blocked the event loop for 27
// seconds to produce two results. `EXPANSION_MAX_REWRITES` bounds how many
// times the scan may restart. Real `{a},b}` input needs a handful.
var EXPANSION_MAX_REWRITES = 1000

// `EXPANSION_MAX_STEPS` bounds the work one `expandTop` call does, which `max`,
// `maxLength` and `maxDepth` don't: nested sets are rescanned at every level
// and chained groups each rebuild up to `max` results, so 2KB of input could
// block the event loop for over 30 seconds. Each character scanned, result
// built and sequence value generated is a step, and each `expand` call costs
// `CALL_STEPS` more. Past the budget, the set being expanded and everything
// after it stay literal. A glob needs a few hundred steps, and nesting all the
// way to `EXPANSION_MAX_DEPTH` about 4M.
var EXPANSION_MAX_STEPS = 20000000

// What one `expand` call costs on top of what it scans and builds. Setting
// one up takes about as long as scanning 16 characters, and a set whose
// results are wrapped to be expanded again makes one call per result, each
// scanning and building next to nothing: 64KB of
// `('{{' + ','.repeat(316) + '}{' + ','.repeat(316) + '}}').repeat(n)` made
// 4M such calls, which spent the budget three times as slowly as anything
// else.
var CALL_STEPS = 16

function numeric(str) {
  return parseInt(str, 10) == str ? parseInt(str, 10) : str.charCodeAt(0)
}

function escapeBraces(str) {
  return str
    .split('\\\\')
    .join(escSlash)
    .split('\\{')
    .join(escOpen)
    .split('\\}')
    .join(escClose)
    .split('\\,')
    .join(escComma)
    .split('\\.')
    .join(escPeriod)
}

function unescapeBraces(str) {
  return str
    .split(escSlash)
    .join('\\')
    .split(escOpen)
    .join('{')
    .split(escClose)
    .join('}')
    .split(escComma)
    .join(',')
    .split(escPeriod)
    .join('.')
}

// Like `target.push(...items)` but doesn't overflow the stack
function pushAll(target, items) {
  for (var i = 0; i < items.length; i++) {
    target.push(items[i])
  }
}

// `balanced`, run on `masked` (see `maskUnmatchedOpens`), sliced from `str`
// and charged for the characters it walks: up to the group's `}`, or the
// whole string when there is no match or unmatched `{` come first, which
// `unmatched` then flags for masking. Once a call overdraws the budget, it
// and every later one return undefined, so the rest stays literal.
//
// `budget` is `{ remaining }`, one counter shared by every level and group of
// an `expandTop` call, so the bound holds for the call as a whole.
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return undefined
  }
  var r = balanced.range('{', '}', masked)
  var unmatched = r !== undefined && masked.indexOf('{') < r[0]
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length
  if (!r || budget.remaining < 0) {
    return undefined
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched: unmatched,
  }
}

// `masked` with every `{` that has no matching `}` swapped for a `\0`, which
// keeps the length, so a scan of it still lines up with the string it was
// made from. Such a `{` is literal either way, but `balanced` only learns that
// one is unmatched by reading to the end of the string, so with one at the
// head of every group (`'{a,{b,c}'.repeat(n)`) each scan read the rest of the
// input. That was quadratic, and once the step budget charged for it, it ran
// out partway through and left the rest literal. A scan of the masked copy
// stops at the group's `}`. It is one pass, charged as such.
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length
  var open = []
  for (var i = 0; i < masked.length; i++) {
    var c = masked.charCodeAt(i)
    if (c === 0x7b) {
      open.push(i)
    } else if (c === 0x7d && open.length) {
      open.pop()
    }
  }
  var out = ''
  var last = 0
  for (var j = 0; j < open.length; j++) {
    out += masked.slice(last, open[j]) + '\0'
    last = open[j] + 1
  }
  return out + masked.slice(last)
}

// Whether `str` has a `,` not followed by another `,`, with a `}` after it on
// the same line - what `/,(?!,).*\}/.test(str)` asks, answered in one pass from
// the end. The regex tries every `,` and backtracks through the rest of its
// line from each, which is quadratic, and the `{a},b}` rewrite asks again on
// every pass. Like a scan, it is charged for the whole string and refused if
// that overdraws the budget.
function commaSetFollows(str, budget) {
  budget.remaining -= str.length
  if (budget.remaining < 0) {
    return false
  }
  // Whether a `}` follows the current position before the line ends
  var close = false
  for (var i = str.length - 1; i >= 0; i--) {
    var c = str.charCodeAt(i)
    if (c === 0x7d) {
      close = true
    } else if (c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029) {
      // A line terminator, which `.` does not match
      close = false
    } else if (c === 0x2c && close && str.charCodeAt(i + 1) !== 0x2c) {
      return true
    }
  }
  return false
}

// Basically just str.split(","), but handling cases
// where we have nested braced sections, which should be
// treated as individual members, like {a,{b,c},d}
//
// Returns `undefined` if the step budget runs out before the whole set is
// split, since splitting what is left on every comma would tear apart the
// nested sets it still holds.
function parseCommaParts(str, budget) {
  var parts = []

  // Walk the brace groups iteratively. Recursing on `post` once per group let a
  // chain of them exhaust the stack - the parsing-side counterpart to
  // the `expand` overflow fixed for CVE-2026-14257, and not something `max` or
  // `maxLength` can bound, since it happens before expansion.
  //
  // The part the next chunk continues
  var carry = ''

  for (;;) {
    // A set's body holds no unmatched `{`, so there is nothing to mask.
    var m = balancedWithBudget(str, str, budget)

    if (budget.remaining < 0) {
      return undefined
    }

    if (!m) {
      var tail = str.split(',')
      tail[0] = carry + tail[0]
      pushAll(parts, tail)
      return parts
    }

    var pre = m.pre
    var body = m.body
    var post = m.post
    var p = pre.split(',')

    p[0] = carry + p[0]
    p[p.length - 1] += '{' + body + '}'

    if (!post.length) {
      pushAll(parts, p)
      return parts
    }

    carry = p.pop()
    pushAll(parts, p)
    str = post
  }
}

// An option that is left out or null, or that is NaN, gets its default. Every
// comparison against NaN is false, so a NaN bound would never be reached:
// `{ maxSteps: NaN }` let 15KB of input block the event loop for 16 seconds,
// and `{ maxDepth: NaN }` overflowed the stack again (CVE-2026-102278). Pass
// `Infinity` to lift a bound.
function bound(value, fallback) {
  return value == null || isNaN(value) ? fallback : value
}

function expandTop(str, options) {
  if (!str) return []

  options = options || {}
  var max = bound(options.max, EXPANSION_MAX)
  var maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH)
  var maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH)
  var maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES)
  var maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS)

  // I don't know why Bash 4.3 does this, but it does.
  // Anything starting with {} will have the first two bytes preserved
  // but *only* at the top level, so {},a}b will not expand to anything,
  // but a{},b}c will be expanded to [a}c,abc].
  // One could argue that this is a bug in Bash, but since the goal of
  // this module is to match Bash's rules, we escape a leading {}
  if (str.substr(0, 2) === '{}') {
    str = '\\{\\}' + str.substr(2)
  }

  return expand(
    escapeBraces(str),
    max,
    maxLength,
    maxDepth,
    0,
    maxRewrites,
    { remaining: maxSteps },
    true
  ).map(unescapeBraces)
}

function identity(e) {
  return e
}

function embrace(str) {
  return '{' + str + '}'
}
function isPadded(el) {
  return /^-?0\d/.test(el)
}

function lte(i, y) {
  return i <= y
}
function gte(i, y) {
  return i >= y
}

// Build `{ acc[a] + pre + values[v] }` for every combination, capping the
// number of results at `max` and the total number of characters at `maxLength`.
// This is the one place output grows, so bounding it here keeps the single
// accumulator - and therefore memory - flat regardless of how many brace groups
// are combined (CVE-2026-14257). Each result built is a step, since `max` and
// `maxLength` bound one combination, not how many brace groups are combined.
//
// `base[a]` is the length of the part of `acc[a]` that predates the current
// empty-drop baseline (see `expand`). The matching baselines for the results
// are appended to `outBase`, which the caller carries forward alongside them.
function combine(
  acc,
  base,
  pre,
  values,
  max,
  maxLength,
  dropEmpties,
  outBase,
  budget
) {
  var out = []
  var length = 0
  // Bash drops empty results at the top level, and they don't count against
  // `max`, so `max` bounds the number of *kept* results. "Empty" means "adds
  // nothing past the baseline", not "empty overall", and only an `acc[a] + pre`
  // that adds nothing can make one, so for those the empty values are skipped
  // without being visited. Visiting them one at a time let a set of empties
  // cost `acc.length * values.length` while keeping nothing.
  var nonEmpty
  outer: for (var a = 0; a < acc.length; a++) {
    var prefix = acc[a] + pre
    var vs = values
    if (dropEmpties && prefix.length === base[a]) {
      if (!nonEmpty) nonEmpty = values.filter(Boolean)
      vs = nonEmpty
    }
    for (var v = 0; v < vs.length; v++) {
      if (out.length >= max) break outer
      var expansion = prefix + vs[v]
      if (length + expansion.length > maxLength) break outer
      out.push(expansion)
      outBase.push(base[a])
      length += expansion.length
    }
  }
  budget.remaining -= out.length
  return out
}

// The expansion values of a single numeric (`1..5`) or alphabetic (`a..e..2`)
// sequence body, or `undefined` if the step budget runs out generating them.
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
  var n = body.split(/\.\./)
  var N = []
  // A sequence body always splits into two or three parts, but the compiler
  // can't know that.
  /* c8 ignore start */
  if (n[0] === undefined || n[1] === undefined) {
    return N
  }
  /* c8 ignore stop */
  var x = numeric(n[0])
  var y = numeric(n[1])
  var width = Math.max(n[0].length, n[1].length)
  var incr =
    n.length === 3 && n[2] !== undefined ?
      Math.max(Math.abs(numeric(n[2])), 1)
    : 1
  var test = lte
  var reverse = y < x
  if (reverse) {
    incr *= -1
    test = gte
  }
  var pad = n.some(isPadded)
  // A padded value is built a character at a time to `width`, which the input
  // sets, so it costs one step per character: 64KB of
  // `('{' + '0'.repeat(100) + '..99999}').repeat(n)` took 7 seconds charged
  // one step per value.
  var cost = pad ? width : 1

  var length = 0
  for (var i = x; test(i, y) && N.length < max; i += incr) {
    // Each value is a step. `max` and `maxLength` bound one sequence, but a
    // chain of them still generated up to `max` values each, however few
    // combining could keep.
    budget.remaining -= cost
    if (budget.remaining < 0) {
      return undefined
    }
    var c
    if (isAlphaSequence) {
      c = String.fromCharCode(i)
      if (c === '\\') {
        c = ''
      }
    } else {
      c = String(i)
      if (pad) {
        var need = width - c.length
        if (need > 0) {
          var z = new Array(need + 1).join('0')
          if (i < 0) {
            c = '-' + z + c.slice(1)
          } else {
            c = z + c
          }
        }
      }
    }
    if (length + c.length > maxLength) break
    N.push(c)
    length += c.length
  }
  return N
}

function expand(
  str,
  max,
  maxLength,
  maxDepth,
  depth,
  maxRewrites,
  budget,
  isTop
) {
  // An overdraft here makes the first scan refuse, so `str` stays literal.
  budget.remaining -= CALL_STEPS

  // Too deeply nested to keep following: treat the rest as literal, the same
  // way a group that cannot expand is already handled. Truncating rather than
  // throwing keeps expansion total, matching `max` and `maxLength`.
  if (depth > maxDepth) {
    return [str]
  }

  // Consume the string's top-level brace groups left to right, threading a
  // running set of combined prefixes (`acc`). Expanding the tail iteratively -
  // rather than recursing on `m.post` once per group - keeps the native stack
  // depth constant, so deeply chained input (`'{a,b}'.repeat(3000)`) can no
  // longer overflow the stack, and leaves a single accumulator whose size
  // `maxLength` bounds directly (CVE-2026-14257).
  var acc = ['']

  // Bash drops empty results, but only when the *first* group of the run is a
  // comma set - a sequence like `{a..\}` may legitimately yield ''. The drop
  // is on the final strings, so it is applied to whichever `combine` produces
  // them (the one with no brace set left in the tail).
  //
  // The old implementation recursed on `m.post`, so the drop tested only the
  // expansion of the current call's substring. The `{a},b}` rewrite below turns
  // `isTop` back on part-way through a string, starting a fresh such run, so
  // the drop must ignore whatever `acc` already holds from earlier groups.
  // `accBase[a]` records how much of `acc[a]` predates the current run;
  // `combine` treats an expansion as empty when it adds nothing past that.
  var accBase = [0]
  // How many times the `{a},b}` rewrite below has restarted the scan. Each pass
  // re-reads the whole string, so leaving this unbounded is quadratic.
  var rewrites = 0
  var dropEmpties = false
  var firstGroup = true
  // `str` with its unmatched `{` masked, once a scan has run into them
  var masked = str
  var nextBase

  for (;;) {
    var m = balancedWithBudget(str, masked, budget)

    // No brace set left, or no step budget left to look for one: the rest of
    // the string is literal.
    if (!m) {
      return combine(
        acc,
        accBase,
        str,
        [''],
        max,
        maxLength,
        dropEmpties,
        [],
        budget
      )
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget)
    }

    // no need to expand pre, since it is guaranteed to be free of brace-sets
    var pre = m.pre

    // This set and the rest of the string, literal: for a set that cannot
    // expand, and for one the step budget runs out on. Once it is overdrawn,
    // every set still being expanded, at every level, stays literal like this -
    // otherwise each level above would go on combining, and wrapping and
    // expanding again, results the budget was too small for.
    var literal = function () {
      return combine(
        acc,
        accBase,
        pre + '{' + m.body + '}' + m.post,
        [''],
        max,
        maxLength,
        dropEmpties,
        [],
        budget
      )
    }

    // For compatibility reasons, `${` is not eligible for brace expansion, and
    // on the 1.x line it suppresses expansion of the rest of the string too:
    // the whole remainder is literal. The 2.x and 5.x lines instead keep
    // expanding the tail, which is what bash does, but changing that here would
    // be a breaking change for 1.x consumers. Routed through `combine` so the
    // result is still bounded by `max` and `maxLength`.
    if (/\$$/.test(pre)) {
      return combine(
        acc,
        accBase,
        str,
        [''],
        max,
        maxLength,
        dropEmpties,
        [],
        budget
      )
    }

    var isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body)
    var isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(
      m.body
    )
    var isSequence = isNumericSequence || isAlphaSequence
    var isOptions = m.body.indexOf(',') >= 0
    if (!isSequence && !isOptions) {
      // {a},b}
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++
        str = m.pre + '{' + m.body + escClose + m.post
        // Taking a `}` away never gives an unmatched `{` a partner, so what
        // is masked stays unmatched. The `{` it closed can be left without
        // one, and the next scan masks it.
        masked =
          masked.slice(0, m.end) + escClose + masked.slice(m.end + 1)
        // The rewritten string is expanded as if it were a fresh top-level one,
        // so start a new empty-drop run: anchor the baseline at what `acc`
        // holds now, and let the next expanding group decide whether to drop.
        isTop = true
        firstGroup = true
        dropEmpties = false
        accBase = []
        for (var b = 0; b < acc.length; b++) {
          accBase.push(acc[b].length)
        }
        continue
      }
      // Nothing here expands, so the whole remaining string is literal.
      return literal()
    }

    if (firstGroup) {
      dropEmpties = isTop && !isSequence
      firstGroup = false
    }

    var values
    if (isSequence) {
      values = expandSequence(
        m.body,
        isAlphaSequence,
        max,
        maxLength,
        budget
      )
      if (!values) {
        return literal()
      }
    } else {
      var n = parseCommaParts(m.body, budget)
      // The step budget ran out partway through the set.
      if (!n) {
        return literal()
      }
      if (n.length === 1 && n[0] !== undefined) {
        // x{{a,b}}y ==> x{a}y x{b}y
        n = expand(
          n[0],
          max,
          maxLength,
          maxDepth,
          depth + 1,
          maxRewrites,
          budget,
          false
        ).map(embrace)
        // The step budget ran out expanding the set's only part.
        if (budget.remaining < 0) {
          return literal()
        }
        //XXX is this necessary? Can't seem to hit it in tests.
        /* c8 ignore start */
        if (n.length === 1) {
          nextBase = []
          var single = combine(
            acc,
            accBase,
            pre + n[0],
            [''],
            max,
            maxLength,
            dropEmpties && !m.post.length,
            nextBase,
            budget
          )
          if (budget.remaining < 0) {
            return literal()
          }
          acc = single
          accBase = nextBase
          if (!m.post.length) break
          str = m.post
          masked = masked.slice(m.end + 1)
          continue
        }
        /* c8 ignore stop */
      }

      // Values that `combine` is going to drop as empty produce no result, so
      // they must not count against `max` - otherwise `{a,,b}` with `max: 2`
      // would stop at `['a', '']` and yield one result instead of two. Skipping
      // them outright keeps `values` bounded while leaving `max` a bound on
      // *kept* results. A value is dropped when it adds nothing past the
      // baseline, which is what `combine` tests.
      var dropsEmpties = dropEmpties && !m.post.length && !pre
      for (var d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d].length !== accBase[d]) {
          dropsEmpties = false
        }
      }

      values = []
      var valuesLength = 0
      outer: for (var j = 0; j < n.length; j++) {
        var expanded = expand(
          n[j],
          max,
          maxLength,
          maxDepth,
          depth + 1,
          maxRewrites,
          budget,
          false
        )
        // The step budget ran out expanding a member.
        if (budget.remaining < 0) {
          return literal()
        }
        for (var k = 0; k < expanded.length; k++) {
          var v = expanded[k]
          if (dropsEmpties && !v) continue
          if (
            values.length >= max ||
            valuesLength + v.length > maxLength
          ) {
            break outer
          }
          values.push(v)
          valuesLength += v.length
        }
      }
    }

    nextBase = []
    var next = combine(
      acc,
      accBase,
      pre,
      values,
      max,
      maxLength,
      dropEmpties && !m.post.length,
      nextBase,
      budget
    )
    // The step budget ran out combining the set's values in.
    if (budget.remaining < 0) {
      return literal()
    }
    acc = next
    accBase = nextBase
    if (!m.post.length) break
    str = m.post
    masked = masked.slice(m.end + 1)
  }

  return acc
}


/***/ }),

/***/ 7087:
/***/ ((module) => {

module.exports = function (xs, fn) {
    var res = [];
    for (var i = 0; i < xs.length; i++) {
        var x = fn(xs[i], i);
        if (isArray(x)) res.push.apply(res, x);
        else res.push(x);
    }
    return res;
};

var isArray = Array.isArray || function (xs) {
    return Object.prototype.toString.call(xs) === '[object Array]';
};


/***/ }),

/***/ 3772:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = minimatch
minimatch.Minimatch = Minimatch

var path = (function () { try { return __nccwpck_require__(6928) } catch (e) {}}()) || {
  sep: '/'
}
minimatch.sep = path.sep

var GLOBSTAR = minimatch.GLOBSTAR = Minimatch.GLOBSTAR = {}
var expand = __nccwpck_require__(4691)

var plTypes = {
  '!': { open: '(?:(?!(?:', close: '))[^/]*?)'},
  '?': { open: '(?:', close: ')?' },
  '+': { open: '(?:', close: ')+' },
  '*': { open: '(?:', close: ')*' },
  '@': { open: '(?:', close: ')' }
}

// any single thing other than /
// don't need to escape / when using new RegExp()
var qmark = '[^/]'

// * => any number of characters
var star = qmark + '*?'

// ** when dots are allowed.  Anything goes, except .. and .
// not (^ or / followed by one or two dots followed by $ or /),
// followed by anything, any number of times.
var twoStarDot = '(?:(?!(?:\\\/|^)(?:\\.{1,2})($|\\\/)).)*?'

// not a ^ or / followed by a dot,
// followed by anything, any number of times.
var twoStarNoDot = '(?:(?!(?:\\\/|^)\\.).)*?'

// characters that need to be escaped in RegExp.
var reSpecials = charSet('().*{}+?[]^$\\!')

// "abc" -> { a:true, b:true, c:true }
function charSet (s) {
  return s.split('').reduce(function (set, c) {
    set[c] = true
    return set
  }, {})
}

// normalizes slashes.
var slashSplit = /\/+/

minimatch.filter = filter
function filter (pattern, options) {
  options = options || {}
  return function (p, i, list) {
    return minimatch(p, pattern, options)
  }
}

function ext (a, b) {
  b = b || {}
  var t = {}
  Object.keys(a).forEach(function (k) {
    t[k] = a[k]
  })
  Object.keys(b).forEach(function (k) {
    t[k] = b[k]
  })
  return t
}

minimatch.defaults = function (def) {
  if (!def || typeof def !== 'object' || !Object.keys(def).length) {
    return minimatch
  }

  var orig = minimatch

  var m = function minimatch (p, pattern, options) {
    return orig(p, pattern, ext(def, options))
  }

  m.Minimatch = function Minimatch (pattern, options) {
    return new orig.Minimatch(pattern, ext(def, options))
  }
  m.Minimatch.defaults = function defaults (options) {
    return orig.defaults(ext(def, options)).Minimatch
  }

  m.filter = function filter (pattern, options) {
    return orig.filter(pattern, ext(def, options))
  }

  m.defaults = function defaults (options) {
    return orig.defaults(ext(def, options))
  }

  m.makeRe = function makeRe (pattern, options) {
    return orig.makeRe(pattern, ext(def, options))
  }

  m.braceExpand = function braceExpand (pattern, options) {
    return orig.braceExpand(pattern, ext(def, options))
  }

  m.match = function (list, pattern, options) {
    return orig.match(list, pattern, ext(def, options))
  }

  return m
}

Minimatch.defaults = function (def) {
  return minimatch.defaults(def).Minimatch
}

function minimatch (p, pattern, options) {
  assertValidPattern(pattern)

  if (!options) options = {}

  // shortcut: comments match nothing.
  if (!options.nocomment && pattern.charAt(0) === '#') {
    return false
  }

  return new Minimatch(pattern, options).match(p)
}

function Minimatch (pattern, options) {
  if (!(this instanceof Minimatch)) {
    return new Minimatch(pattern, options)
  }

  assertValidPattern(pattern)

  if (!options) options = {}

  pattern = pattern.trim()

  // windows support: need to use /, not \
  if (!options.allowWindowsEscape && path.sep !== '/') {
    pattern = pattern.split(path.sep).join('/')
  }

  this.options = options
  this.maxGlobstarRecursion = options.maxGlobstarRecursion !== undefined
    ? options.maxGlobstarRecursion : 200
  this.set = []
  this.pattern = pattern
  this.regexp = null
  this.negate = false
  this.comment = false
  this.empty = false
  this.partial = !!options.partial

  // make the set of regexps etc.
  this.make()
}

Minimatch.prototype.debug = function () {}

Minimatch.prototype.make = make
function make () {
  var pattern = this.pattern
  var options = this.options

  // empty patterns and comments match nothing.
  if (!options.nocomment && pattern.charAt(0) === '#') {
    this.comment = true
    return
  }
  if (!pattern) {
    this.empty = true
    return
  }

  // step 1: figure out negation, etc.
  this.parseNegate()

  // step 2: expand braces
  var set = this.globSet = this.braceExpand()

  if (options.debug) this.debug = function debug() { console.error.apply(console, arguments) }

  this.debug(this.pattern, set)

  // step 3: now we have a set, so turn each one into a series of path-portion
  // matching patterns.
  // These will be regexps, except in the case of "**", which is
  // set to the GLOBSTAR object for globstar behavior,
  // and will not contain any / characters
  set = this.globParts = set.map(function (s) {
    return s.split(slashSplit)
  })

  this.debug(this.pattern, set)

  // glob --> regexps
  set = set.map(function (s, si, set) {
    return s.map(this.parse, this)
  }, this)

  this.debug(this.pattern, set)

  // filter out everything that didn't compile properly.
  set = set.filter(function (s) {
    return s.indexOf(false) === -1
  })

  this.debug(this.pattern, set)

  this.set = set
}

Minimatch.prototype.parseNegate = parseNegate
function parseNegate () {
  var pattern = this.pattern
  var negate = false
  var options = this.options
  var negateOffset = 0

  if (options.nonegate) return

  for (var i = 0, l = pattern.length
    ; i < l && pattern.charAt(i) === '!'
    ; i++) {
    negate = !negate
    negateOffset++
  }

  if (negateOffset) this.pattern = pattern.substr(negateOffset)
  this.negate = negate
}

// Brace expansion:
// a{b,c}d -> abd acd
// a{b,}c -> abc ac
// a{0..3}d -> a0d a1d a2d a3d
// a{b,c{d,e}f}g -> abg acdfg acefg
// a{b,c}d{e,f}g -> abdeg acdeg abdeg abdfg
//
// Invalid sets are not expanded.
// a{2..}b -> a{2..}b
// a{b}c -> a{b}c
minimatch.braceExpand = function (pattern, options) {
  return braceExpand(pattern, options)
}

Minimatch.prototype.braceExpand = braceExpand

function braceExpand (pattern, options) {
  if (!options) {
    if (this instanceof Minimatch) {
      options = this.options
    } else {
      options = {}
    }
  }

  pattern = typeof pattern === 'undefined'
    ? this.pattern : pattern

  assertValidPattern(pattern)

  // Thanks to Yeting Li <https://github.com/yetingli> for
  // improving this regexp to avoid a ReDOS vulnerability.
  if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
    // shortcut. no need to expand.
    return [pattern]
  }

  return expand(pattern)
}

var MAX_PATTERN_LENGTH = 1024 * 64
var assertValidPattern = function (pattern) {
  if (typeof pattern !== 'string') {
    throw new TypeError('invalid pattern')
  }

  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new TypeError('pattern is too long')
  }
}

// parse a component of the expanded set.
// At this point, no pattern may contain "/" in it
// so we're going to return a 2d array, where each entry is the full
// pattern, split on '/', and then turned into a regular expression.
// A regexp is made at the end which joins each array with an
// escaped /, and another full one which joins each regexp with |.
//
// Following the lead of Bash 4.1, note that "**" only has special meaning
// when it is the *only* thing in a path portion.  Otherwise, any series
// of * is equivalent to a single *.  Globstar behavior is enabled by
// default, and can be disabled by setting options.noglobstar.
Minimatch.prototype.parse = parse
var SUBPARSE = {}
function parse (pattern, isSub) {
  assertValidPattern(pattern)

  var options = this.options

  // shortcuts
  if (pattern === '**') {
    if (!options.noglobstar)
      return GLOBSTAR
    else
      pattern = '*'
  }
  if (pattern === '') return ''

  var re = ''
  var hasMagic = !!options.nocase
  var escaping = false
  // ? => one single character
  var patternListStack = []
  var negativeLists = []
  var stateChar
  var inClass = false
  var reClassStart = -1
  var classStart = -1
  // . and .. never match anything that doesn't start with .,
  // even when options.dot is set.
  var patternStart = pattern.charAt(0) === '.' ? '' // anything
  // not (start or / followed by . or .. followed by / or end)
  : options.dot ? '(?!(?:^|\\\/)\\.{1,2}(?:$|\\\/))'
  : '(?!\\.)'
  var self = this

  function clearStateChar () {
    if (stateChar) {
      // we had some state-tracking character
      // that wasn't consumed by this pass.
      switch (stateChar) {
        case '*':
          re += star
          hasMagic = true
        break
        case '?':
          re += qmark
          hasMagic = true
        break
        default:
          re += '\\' + stateChar
        break
      }
      self.debug('clearStateChar %j %j', stateChar, re)
      stateChar = false
    }
  }

  for (var i = 0, len = pattern.length, c
    ; (i < len) && (c = pattern.charAt(i))
    ; i++) {
    this.debug('%s\t%s %s %j', pattern, i, re, c)

    // skip over any that are escaped.
    if (escaping && reSpecials[c]) {
      re += '\\' + c
      escaping = false
      continue
    }

    switch (c) {
      /* istanbul ignore next */
      case '/': {
        // completely not allowed, even escaped.
        // Should already be path-split by now.
        return false
      }

      case '\\':
        clearStateChar()
        escaping = true
      continue

      // the various stateChar values
      // for the "extglob" stuff.
      case '?':
      case '*':
      case '+':
      case '@':
      case '!':
        this.debug('%s\t%s %s %j <-- stateChar', pattern, i, re, c)

        // all of those are literals inside a class, except that
        // the glob [!a] means [^a] in regexp
        if (inClass) {
          this.debug('  in class')
          if (c === '!' && i === classStart + 1) c = '^'
          re += c
          continue
        }

        // coalesce consecutive non-globstar * characters
        if (c === '*' && stateChar === '*') continue

        // if we already have a stateChar, then it means
        // that there was something like ** or +? in there.
        // Handle the stateChar, then proceed with this one.
        self.debug('call clearStateChar %j', stateChar)
        clearStateChar()
        stateChar = c
        // if extglob is disabled, then +(asdf|foo) isn't a thing.
        // just clear the statechar *now*, rather than even diving into
        // the patternList stuff.
        if (options.noext) clearStateChar()
      continue

      case '(':
        if (inClass) {
          re += '('
          continue
        }

        if (!stateChar) {
          re += '\\('
          continue
        }

        patternListStack.push({
          type: stateChar,
          start: i - 1,
          reStart: re.length,
          open: plTypes[stateChar].open,
          close: plTypes[stateChar].close
        })
        // negation is (?:(?!js)[^/]*)
        re += stateChar === '!' ? '(?:(?!(?:' : '(?:'
        this.debug('plType %j %j', stateChar, re)
        stateChar = false
      continue

      case ')':
        if (inClass || !patternListStack.length) {
          re += '\\)'
          continue
        }

        clearStateChar()
        hasMagic = true
        var pl = patternListStack.pop()
        // negation is (?:(?!js)[^/]*)
        // The others are (?:<pattern>)<type>
        re += pl.close
        if (pl.type === '!') {
          negativeLists.push(pl)
        }
        pl.reEnd = re.length
      continue

      case '|':
        if (inClass || !patternListStack.length || escaping) {
          re += '\\|'
          escaping = false
          continue
        }

        clearStateChar()
        re += '|'
      continue

      // these are mostly the same in regexp and glob
      case '[':
        // swallow any state-tracking char before the [
        clearStateChar()

        if (inClass) {
          re += '\\' + c
          continue
        }

        inClass = true
        classStart = i
        reClassStart = re.length
        re += c
      continue

      case ']':
        //  a right bracket shall lose its special
        //  meaning and represent itself in
        //  a bracket expression if it occurs
        //  first in the list.  -- POSIX.2 2.8.3.2
        if (i === classStart + 1 || !inClass) {
          re += '\\' + c
          escaping = false
          continue
        }

        // handle the case where we left a class open.
        // "[z-a]" is valid, equivalent to "\[z-a\]"
        // split where the last [ was, make sure we don't have
        // an invalid re. if so, re-walk the contents of the
        // would-be class to re-translate any characters that
        // were passed through as-is
        // TODO: It would probably be faster to determine this
        // without a try/catch and a new RegExp, but it's tricky
        // to do safely.  For now, this is safe and works.
        var cs = pattern.substring(classStart + 1, i)
        try {
          RegExp('[' + cs + ']')
        } catch (er) {
          // not a valid class!
          var sp = this.parse(cs, SUBPARSE)
          re = re.substr(0, reClassStart) + '\\[' + sp[0] + '\\]'
          hasMagic = hasMagic || sp[1]
          inClass = false
          continue
        }

        // finish up the class.
        hasMagic = true
        inClass = false
        re += c
      continue

      default:
        // swallow any state char that wasn't consumed
        clearStateChar()

        if (escaping) {
          // no need
          escaping = false
        } else if (reSpecials[c]
          && !(c === '^' && inClass)) {
          re += '\\'
        }

        re += c

    } // switch
  } // for

  // handle the case where we left a class open.
  // "[abc" is valid, equivalent to "\[abc"
  if (inClass) {
    // split where the last [ was, and escape it
    // this is a huge pita.  We now have to re-walk
    // the contents of the would-be class to re-translate
    // any characters that were passed through as-is
    cs = pattern.substr(classStart + 1)
    sp = this.parse(cs, SUBPARSE)
    re = re.substr(0, reClassStart) + '\\[' + sp[0]
    hasMagic = hasMagic || sp[1]
  }

  // handle the case where we had a +( thing at the *end*
  // of the pattern.
  // each pattern list stack adds 3 chars, and we need to go through
  // and escape any | chars that were passed through as-is for the regexp.
  // Go through and escape them, taking care not to double-escape any
  // | chars that were already escaped.
  for (pl = patternListStack.pop(); pl; pl = patternListStack.pop()) {
    var tail = re.slice(pl.reStart + pl.open.length)
    this.debug('setting tail', re, pl)
    // maybe some even number of \, then maybe 1 \, followed by a |
    tail = tail.replace(/((?:\\{2}){0,64})(\\?)\|/g, function (_, $1, $2) {
      if (!$2) {
        // the | isn't already escaped, so escape it.
        $2 = '\\'
      }

      // need to escape all those slashes *again*, without escaping the
      // one that we need for escaping the | character.  As it works out,
      // escaping an even number of slashes can be done by simply repeating
      // it exactly after itself.  That's why this trick works.
      //
      // I am sorry that you have to see this.
      return $1 + $1 + $2 + '|'
    })

    this.debug('tail=%j\n   %s', tail, tail, pl, re)
    var t = pl.type === '*' ? star
      : pl.type === '?' ? qmark
      : '\\' + pl.type

    hasMagic = true
    re = re.slice(0, pl.reStart) + t + '\\(' + tail
  }

  // handle trailing things that only matter at the very end.
  clearStateChar()
  if (escaping) {
    // trailing \\
    re += '\\\\'
  }

  // only need to apply the nodot start if the re starts with
  // something that could conceivably capture a dot
  var addPatternStart = false
  switch (re.charAt(0)) {
    case '[': case '.': case '(': addPatternStart = true
  }

  // Hack to work around lack of negative lookbehind in JS
  // A pattern like: *.!(x).!(y|z) needs to ensure that a name
  // like 'a.xyz.yz' doesn't match.  So, the first negative
  // lookahead, has to look ALL the way ahead, to the end of
  // the pattern.
  for (var n = negativeLists.length - 1; n > -1; n--) {
    var nl = negativeLists[n]

    var nlBefore = re.slice(0, nl.reStart)
    var nlFirst = re.slice(nl.reStart, nl.reEnd - 8)
    var nlLast = re.slice(nl.reEnd - 8, nl.reEnd)
    var nlAfter = re.slice(nl.reEnd)

    nlLast += nlAfter

    // Handle nested stuff like *(*.js|!(*.json)), where open parens
    // mean that we should *not* include the ) in the bit that is considered
    // "after" the negated section.
    var openParensBefore = nlBefore.split('(').length - 1
    var cleanAfter = nlAfter
    for (i = 0; i < openParensBefore; i++) {
      cleanAfter = cleanAfter.replace(/\)[+*?]?/, '')
    }
    nlAfter = cleanAfter

    var dollar = ''
    if (nlAfter === '' && isSub !== SUBPARSE) {
      dollar = '$'
    }
    var newRe = nlBefore + nlFirst + nlAfter + dollar + nlLast
    re = newRe
  }

  // if the re is not "" at this point, then we need to make sure
  // it doesn't match against an empty path part.
  // Otherwise a/* will match a/, which it should not.
  if (re !== '' && hasMagic) {
    re = '(?=.)' + re
  }

  if (addPatternStart) {
    re = patternStart + re
  }

  // parsing just a piece of a larger pattern.
  if (isSub === SUBPARSE) {
    return [re, hasMagic]
  }

  // skip the regexp for non-magical patterns
  // unescape anything in it, though, so that it'll be
  // an exact match against a file etc.
  if (!hasMagic) {
    return globUnescape(pattern)
  }

  var flags = options.nocase ? 'i' : ''
  try {
    var regExp = new RegExp('^' + re + '$', flags)
  } catch (er) /* istanbul ignore next - should be impossible */ {
    // If it was an invalid regular expression, then it can't match
    // anything.  This trick looks for a character after the end of
    // the string, which is of course impossible, except in multi-line
    // mode, but it's not a /m regex.
    return new RegExp('$.')
  }

  regExp._glob = pattern
  regExp._src = re

  return regExp
}

minimatch.makeRe = function (pattern, options) {
  return new Minimatch(pattern, options || {}).makeRe()
}

Minimatch.prototype.makeRe = makeRe
function makeRe () {
  if (this.regexp || this.regexp === false) return this.regexp

  // at this point, this.set is a 2d array of partial
  // pattern strings, or "**".
  //
  // It's better to use .match().  This function shouldn't
  // be used, really, but it's pretty convenient sometimes,
  // when you just want to work with a regex.
  var set = this.set

  if (!set.length) {
    this.regexp = false
    return this.regexp
  }
  var options = this.options

  var twoStar = options.noglobstar ? star
    : options.dot ? twoStarDot
    : twoStarNoDot
  var flags = options.nocase ? 'i' : ''

  var re = set.map(function (pattern) {
    return pattern.map(function (p) {
      return (p === GLOBSTAR) ? twoStar
      : (typeof p === 'string') ? regExpEscape(p)
      : p._src
    }).join('\\\/')
  }).join('|')

  // must match entire pattern
  // ending in a * or ** will make it less strict.
  re = '^(?:' + re + ')$'

  // can match anything, as long as it's not this.
  if (this.negate) re = '^(?!' + re + ').*$'

  try {
    this.regexp = new RegExp(re, flags)
  } catch (ex) /* istanbul ignore next - should be impossible */ {
    this.regexp = false
  }
  return this.regexp
}

minimatch.match = function (list, pattern, options) {
  options = options || {}
  var mm = new Minimatch(pattern, options)
  list = list.filter(function (f) {
    return mm.match(f)
  })
  if (mm.options.nonull && !list.length) {
    list.push(pattern)
  }
  return list
}

Minimatch.prototype.match = function match (f, partial) {
  if (typeof partial === 'undefined') partial = this.partial
  this.debug('match', f, this.pattern)
  // short-circuit in the case of busted things.
  // comments, etc.
  if (this.comment) return false
  if (this.empty) return f === ''

  if (f === '/' && partial) return true

  var options = this.options

  // windows: need to use /, not \
  if (path.sep !== '/') {
    f = f.split(path.sep).join('/')
  }

  // treat the test path as a set of pathparts.
  f = f.split(slashSplit)
  this.debug(this.pattern, 'split', f)

  // just ONE of the pattern sets in this.set needs to match
  // in order for it to be valid.  If negating, then just one
  // match means that we have failed.
  // Either way, return on the first hit.

  var set = this.set
  this.debug(this.pattern, 'set', set)

  // Find the basename of the path by looking for the last non-empty segment
  var filename
  var i
  for (i = f.length - 1; i >= 0; i--) {
    filename = f[i]
    if (filename) break
  }

  for (i = 0; i < set.length; i++) {
    var pattern = set[i]
    var file = f
    if (options.matchBase && pattern.length === 1) {
      file = [filename]
    }
    var hit = this.matchOne(file, pattern, partial)
    if (hit) {
      if (options.flipNegate) return true
      return !this.negate
    }
  }

  // didn't get any hits.  this is success if it's a negative
  // pattern, failure otherwise.
  if (options.flipNegate) return false
  return this.negate
}

// set partial to true to test if, for example,
// "/a/b" matches the start of "/*/b/*/d"
// Partial means, if you run out of file before you run
// out of pattern, then that's fine, as long as all
// the parts match.
Minimatch.prototype.matchOne = function (file, pattern, partial) {
  if (pattern.indexOf(GLOBSTAR) !== -1) {
    return this._matchGlobstar(file, pattern, partial, 0, 0)
  }
  return this._matchOne(file, pattern, partial, 0, 0)
}

Minimatch.prototype._matchGlobstar = function (file, pattern, partial, fileIndex, patternIndex) {
  var i

  // find first globstar from patternIndex
  var firstgs = -1
  for (i = patternIndex; i < pattern.length; i++) {
    if (pattern[i] === GLOBSTAR) { firstgs = i; break }
  }

  // find last globstar
  var lastgs = -1
  for (i = pattern.length - 1; i >= 0; i--) {
    if (pattern[i] === GLOBSTAR) { lastgs = i; break }
  }

  var head = pattern.slice(patternIndex, firstgs)
  var body = partial ? pattern.slice(firstgs + 1) : pattern.slice(firstgs + 1, lastgs)
  var tail = partial ? [] : pattern.slice(lastgs + 1)

  // check the head
  if (head.length) {
    var fileHead = file.slice(fileIndex, fileIndex + head.length)
    if (!this._matchOne(fileHead, head, partial, 0, 0)) {
      return false
    }
    fileIndex += head.length
  }

  // check the tail
  var fileTailMatch = 0
  if (tail.length) {
    if (tail.length + fileIndex > file.length) return false

    var tailStart = file.length - tail.length
    if (this._matchOne(file, tail, partial, tailStart, 0)) {
      fileTailMatch = tail.length
    } else {
      // affordance for stuff like a/**/* matching a/b/
      if (file[file.length - 1] !== '' ||
          fileIndex + tail.length === file.length) {
        return false
      }
      tailStart--
      if (!this._matchOne(file, tail, partial, tailStart, 0)) {
        return false
      }
      fileTailMatch = tail.length + 1
    }
  }

  // if body is empty (single ** between head and tail)
  if (!body.length) {
    var sawSome = !!fileTailMatch
    for (i = fileIndex; i < file.length - fileTailMatch; i++) {
      var f = String(file[i])
      sawSome = true
      if (f === '.' || f === '..' ||
          (!this.options.dot && f.charAt(0) === '.')) {
        return false
      }
    }
    return partial || sawSome
  }

  // split body into segments at each GLOBSTAR
  var bodySegments = [[[], 0]]
  var currentBody = bodySegments[0]
  var nonGsParts = 0
  var nonGsPartsSums = [0]
  for (var bi = 0; bi < body.length; bi++) {
    var b = body[bi]
    if (b === GLOBSTAR) {
      nonGsPartsSums.push(nonGsParts)
      currentBody = [[], 0]
      bodySegments.push(currentBody)
    } else {
      currentBody[0].push(b)
      nonGsParts++
    }
  }

  var idx = bodySegments.length - 1
  var fileLength = file.length - fileTailMatch
  for (var si = 0; si < bodySegments.length; si++) {
    bodySegments[si][1] = fileLength -
      (nonGsPartsSums[idx--] + bodySegments[si][0].length)
  }

  return !!this._matchGlobStarBodySections(
    file, bodySegments, fileIndex, 0, partial, 0, !!fileTailMatch
  )
}

// return false for "nope, not matching"
// return null for "not matching, cannot keep trying"
Minimatch.prototype._matchGlobStarBodySections = function (
  file, bodySegments, fileIndex, bodyIndex, partial, globStarDepth, sawTail
) {
  var bs = bodySegments[bodyIndex]
  if (!bs) {
    // just make sure there are no bad dots
    for (var i = fileIndex; i < file.length; i++) {
      sawTail = true
      var f = file[i]
      if (f === '.' || f === '..' ||
          (!this.options.dot && f.charAt(0) === '.')) {
        return false
      }
    }
    return sawTail
  }

  var body = bs[0]
  var after = bs[1]
  while (fileIndex <= after) {
    var m = this._matchOne(
      file.slice(0, fileIndex + body.length),
      body,
      partial,
      fileIndex,
      0
    )
    // if limit exceeded, no match. intentional false negative,
    // acceptable break in correctness for security.
    if (m && globStarDepth < this.maxGlobstarRecursion) {
      var sub = this._matchGlobStarBodySections(
        file, bodySegments,
        fileIndex + body.length, bodyIndex + 1,
        partial, globStarDepth + 1, sawTail
      )
      if (sub !== false) {
        return sub
      }
    }
    var f = file[fileIndex]
    if (f === '.' || f === '..' ||
        (!this.options.dot && f.charAt(0) === '.')) {
      return false
    }
    fileIndex++
  }
  return partial || null
}

Minimatch.prototype._matchOne = function (file, pattern, partial, fileIndex, patternIndex) {
  var fi, pi, fl, pl
  for (
    fi = fileIndex, pi = patternIndex, fl = file.length, pl = pattern.length
    ; (fi < fl) && (pi < pl)
    ; fi++, pi++
  ) {
    this.debug('matchOne loop')
    var p = pattern[pi]
    var f = file[fi]

    this.debug(pattern, p, f)

    // should be impossible.
    // some invalid regexp stuff in the set.
    /* istanbul ignore if */
    if (p === false || p === GLOBSTAR) return false

    // something other than **
    // non-magic patterns just have to match exactly
    // patterns with magic have been turned into regexps.
    var hit
    if (typeof p === 'string') {
      hit = f === p
      this.debug('string match', p, f, hit)
    } else {
      hit = f.match(p)
      this.debug('pattern match', p, f, hit)
    }

    if (!hit) return false
  }

  // now either we fell off the end of the pattern, or we're done.
  if (fi === fl && pi === pl) {
    // ran out of pattern and filename at the same time.
    // an exact hit!
    return true
  } else if (fi === fl) {
    // ran out of file, but still had pattern left.
    // this is ok if we're doing the match as part of
    // a glob fs traversal.
    return partial
  } else /* istanbul ignore else */ if (pi === pl) {
    // ran out of pattern, still have file left.
    // this is only acceptable if we're on the very last
    // empty segment of a file with a trailing slash.
    // a/* should match a/b/
    return (fi === fl - 1) && (file[fi] === '')
  }

  // should be unreachable.
  /* istanbul ignore next */
  throw new Error('wtf?')
}

// replace stuff like \* with *
function globUnescape (s) {
  return s.replace(/\\(.)/g, '$1')
}

function regExpEscape (s) {
  return s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&')
}


/***/ }),

/***/ 5560:
/***/ ((module) => {

// vim:ts=4:sts=4:sw=4:
/*!
 *
 * Copyright 2009-2017 Kris Kowal under the terms of the MIT
 * license found at https://github.com/kriskowal/q/blob/v1/LICENSE
 *
 * With parts by Tyler Close
 * Copyright 2007-2009 Tyler Close under the terms of the MIT X license found
 * at http://www.opensource.org/licenses/mit-license.html
 * Forked at ref_send.js version: 2009-05-11
 *
 * With parts by Mark Miller
 * Copyright (C) 2011 Google Inc.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 *
 */

(function (definition) {
    "use strict";

    // This file will function properly as a <script> tag, or a module
    // using CommonJS and NodeJS or RequireJS module formats.  In
    // Common/Node/RequireJS, the module exports the Q API and when
    // executed as a simple <script>, it creates a Q global instead.

    // Montage Require
    if (typeof bootstrap === "function") {
        bootstrap("promise", definition);

    // CommonJS
    } else if (true) {
        module.exports = definition();

    // RequireJS
    } else { var previousQ, global; }

})(function () {
"use strict";

var hasStacks = false;
try {
    throw new Error();
} catch (e) {
    hasStacks = !!e.stack;
}

// All code after this point will be filtered from stack traces reported
// by Q.
var qStartingLine = captureLine();
var qFileName;

// shims

// used for fallback in "allResolved"
var noop = function () {};

// Use the fastest possible means to execute a task in a future turn
// of the event loop.
var nextTick =(function () {
    // linked list of tasks (single, with head node)
    var head = {task: void 0, next: null};
    var tail = head;
    var flushing = false;
    var requestTick = void 0;
    var isNodeJS = false;
    // queue for late tasks, used by unhandled rejection tracking
    var laterQueue = [];

    function flush() {
        /* jshint loopfunc: true */
        var task, domain;

        while (head.next) {
            head = head.next;
            task = head.task;
            head.task = void 0;
            domain = head.domain;

            if (domain) {
                head.domain = void 0;
                domain.enter();
            }
            runSingle(task, domain);

        }
        while (laterQueue.length) {
            task = laterQueue.pop();
            runSingle(task);
        }
        flushing = false;
    }
    // runs a single function in the async queue
    function runSingle(task, domain) {
        try {
            task();

        } catch (e) {
            if (isNodeJS) {
                // In node, uncaught exceptions are considered fatal errors.
                // Re-throw them synchronously to interrupt flushing!

                // Ensure continuation if the uncaught exception is suppressed
                // listening "uncaughtException" events (as domains does).
                // Continue in next event to avoid tick recursion.
                if (domain) {
                    domain.exit();
                }
                setTimeout(flush, 0);
                if (domain) {
                    domain.enter();
                }

                throw e;

            } else {
                // In browsers, uncaught exceptions are not fatal.
                // Re-throw them asynchronously to avoid slow-downs.
                setTimeout(function () {
                    throw e;
                }, 0);
            }
        }

        if (domain) {
            domain.exit();
        }
    }

    nextTick = function (task) {
        tail = tail.next = {
            task: task,
            domain: isNodeJS && process.domain,
            next: null
        };

        if (!flushing) {
            flushing = true;
            requestTick();
        }
    };

    if (typeof process === "object" &&
        process.toString() === "[object process]" && process.nextTick) {
        // Ensure Q is in a real Node environment, with a `process.nextTick`.
        // To see through fake Node environments:
        // * Mocha test runner - exposes a `process` global without a `nextTick`
        // * Browserify - exposes a `process.nexTick` function that uses
        //   `setTimeout`. In this case `setImmediate` is preferred because
        //    it is faster. Browserify's `process.toString()` yields
        //   "[object Object]", while in a real Node environment
        //   `process.toString()` yields "[object process]".
        isNodeJS = true;

        requestTick = function () {
            process.nextTick(flush);
        };

    } else if (typeof setImmediate === "function") {
        // In IE10, Node.js 0.9+, or https://github.com/NobleJS/setImmediate
        if (typeof window !== "undefined") {
            requestTick = setImmediate.bind(window, flush);
        } else {
            requestTick = function () {
                setImmediate(flush);
            };
        }

    } else if (typeof MessageChannel !== "undefined") {
        // modern browsers
        // http://www.nonblocking.io/2011/06/windownexttick.html
        var channel = new MessageChannel();
        // At least Safari Version 6.0.5 (8536.30.1) intermittently cannot create
        // working message ports the first time a page loads.
        channel.port1.onmessage = function () {
            requestTick = requestPortTick;
            channel.port1.onmessage = flush;
            flush();
        };
        var requestPortTick = function () {
            // Opera requires us to provide a message payload, regardless of
            // whether we use it.
            channel.port2.postMessage(0);
        };
        requestTick = function () {
            setTimeout(flush, 0);
            requestPortTick();
        };

    } else {
        // old browsers
        requestTick = function () {
            setTimeout(flush, 0);
        };
    }
    // runs a task after all other tasks have been run
    // this is useful for unhandled rejection tracking that needs to happen
    // after all `then`d tasks have been run.
    nextTick.runAfter = function (task) {
        laterQueue.push(task);
        if (!flushing) {
            flushing = true;
            requestTick();
        }
    };
    return nextTick;
})();

// Attempt to make generics safe in the face of downstream
// modifications.
// There is no situation where this is necessary.
// If you need a security guarantee, these primordials need to be
// deeply frozen anyway, and if you don’t need a security guarantee,
// this is just plain paranoid.
// However, this **might** have the nice side-effect of reducing the size of
// the minified code by reducing x.call() to merely x()
// See Mark Miller’s explanation of what this does.
// http://wiki.ecmascript.org/doku.php?id=conventions:safe_meta_programming
var call = Function.call;
function uncurryThis(f) {
    return function () {
        return call.apply(f, arguments);
    };
}
// This is equivalent, but slower:
// uncurryThis = Function_bind.bind(Function_bind.call);
// http://jsperf.com/uncurrythis

var array_slice = uncurryThis(Array.prototype.slice);

var array_reduce = uncurryThis(
    Array.prototype.reduce || function (callback, basis) {
        var index = 0,
            length = this.length;
        // concerning the initial value, if one is not provided
        if (arguments.length === 1) {
            // seek to the first value in the array, accounting
            // for the possibility that is is a sparse array
            do {
                if (index in this) {
                    basis = this[index++];
                    break;
                }
                if (++index >= length) {
                    throw new TypeError();
                }
            } while (1);
        }
        // reduce
        for (; index < length; index++) {
            // account for the possibility that the array is sparse
            if (index in this) {
                basis = callback(basis, this[index], index);
            }
        }
        return basis;
    }
);

var array_indexOf = uncurryThis(
    Array.prototype.indexOf || function (value) {
        // not a very good shim, but good enough for our one use of it
        for (var i = 0; i < this.length; i++) {
            if (this[i] === value) {
                return i;
            }
        }
        return -1;
    }
);

var array_map = uncurryThis(
    Array.prototype.map || function (callback, thisp) {
        var self = this;
        var collect = [];
        array_reduce(self, function (undefined, value, index) {
            collect.push(callback.call(thisp, value, index, self));
        }, void 0);
        return collect;
    }
);

var object_create = Object.create || function (prototype) {
    function Type() { }
    Type.prototype = prototype;
    return new Type();
};

var object_defineProperty = Object.defineProperty || function (obj, prop, descriptor) {
    obj[prop] = descriptor.value;
    return obj;
};

var object_hasOwnProperty = uncurryThis(Object.prototype.hasOwnProperty);

var object_keys = Object.keys || function (object) {
    var keys = [];
    for (var key in object) {
        if (object_hasOwnProperty(object, key)) {
            keys.push(key);
        }
    }
    return keys;
};

var object_toString = uncurryThis(Object.prototype.toString);

function isObject(value) {
    return value === Object(value);
}

// generator related shims

// FIXME: Remove this function once ES6 generators are in SpiderMonkey.
function isStopIteration(exception) {
    return (
        object_toString(exception) === "[object StopIteration]" ||
        exception instanceof QReturnValue
    );
}

// FIXME: Remove this helper and Q.return once ES6 generators are in
// SpiderMonkey.
var QReturnValue;
if (typeof ReturnValue !== "undefined") {
    QReturnValue = ReturnValue;
} else {
    QReturnValue = function (value) {
        this.value = value;
    };
}

// long stack traces

var STACK_JUMP_SEPARATOR = "From previous event:";

function makeStackTraceLong(error, promise) {
    // If possible, transform the error stack trace by removing Node and Q
    // cruft, then concatenating with the stack trace of `promise`. See #57.
    if (hasStacks &&
        promise.stack &&
        typeof error === "object" &&
        error !== null &&
        error.stack
    ) {
        var stacks = [];
        for (var p = promise; !!p; p = p.source) {
            if (p.stack && (!error.__minimumStackCounter__ || error.__minimumStackCounter__ > p.stackCounter)) {
                object_defineProperty(error, "__minimumStackCounter__", {value: p.stackCounter, configurable: true});
                stacks.unshift(p.stack);
            }
        }
        stacks.unshift(error.stack);

        var concatedStacks = stacks.join("\n" + STACK_JUMP_SEPARATOR + "\n");
        var stack = filterStackString(concatedStacks);
        object_defineProperty(error, "stack", {value: stack, configurable: true});
    }
}

function filterStackString(stackString) {
    var lines = stackString.split("\n");
    var desiredLines = [];
    for (var i = 0; i < lines.length; ++i) {
        var line = lines[i];

        if (!isInternalFrame(line) && !isNodeFrame(line) && line) {
            desiredLines.push(line);
        }
    }
    return desiredLines.join("\n");
}

function isNodeFrame(stackLine) {
    return stackLine.indexOf("(module.js:") !== -1 ||
           stackLine.indexOf("(node.js:") !== -1;
}

function getFileNameAndLineNumber(stackLine) {
    // Named functions: "at functionName (filename:lineNumber:columnNumber)"
    // In IE10 function name can have spaces ("Anonymous function") O_o
    var attempt1 = /at .+ \((.+):(\d+):(?:\d+)\)$/.exec(stackLine);
    if (attempt1) {
        return [attempt1[1], Number(attempt1[2])];
    }

    // Anonymous functions: "at filename:lineNumber:columnNumber"
    var attempt2 = /at ([^ ]+):(\d+):(?:\d+)$/.exec(stackLine);
    if (attempt2) {
        return [attempt2[1], Number(attempt2[2])];
    }

    // Firefox style: "function@filename:lineNumber or @filename:lineNumber"
    var attempt3 = /.*@(.+):(\d+)$/.exec(stackLine);
    if (attempt3) {
        return [attempt3[1], Number(attempt3[2])];
    }
}

function isInternalFrame(stackLine) {
    var fileNameAndLineNumber = getFileNameAndLineNumber(stackLine);

    if (!fileNameAndLineNumber) {
        return false;
    }

    var fileName = fileNameAndLineNumber[0];
    var lineNumber = fileNameAndLineNumber[1];

    return fileName === qFileName &&
        lineNumber >= qStartingLine &&
        lineNumber <= qEndingLine;
}

// discover own file name and line number range for filtering stack
// traces
function captureLine() {
    if (!hasStacks) {
        return;
    }

    try {
        throw new Error();
    } catch (e) {
        var lines = e.stack.split("\n");
        var firstLine = lines[0].indexOf("@") > 0 ? lines[1] : lines[2];
        var fileNameAndLineNumber = getFileNameAndLineNumber(firstLine);
        if (!fileNameAndLineNumber) {
            return;
        }

        qFileName = fileNameAndLineNumber[0];
        return fileNameAndLineNumber[1];
    }
}

function deprecate(callback, name, alternative) {
    return function () {
        if (typeof console !== "undefined" &&
            typeof console.warn === "function") {
            console.warn(name + " is deprecated, use " + alternative +
                         " instead.", new Error("").stack);
        }
        return callback.apply(callback, arguments);
    };
}

// end of shims
// beginning of real work

/**
 * Constructs a promise for an immediate reference, passes promises through, or
 * coerces promises from different systems.
 * @param value immediate reference or promise
 */
function Q(value) {
    // If the object is already a Promise, return it directly.  This enables
    // the resolve function to both be used to created references from objects,
    // but to tolerably coerce non-promises to promises.
    if (value instanceof Promise) {
        return value;
    }

    // assimilate thenables
    if (isPromiseAlike(value)) {
        return coerce(value);
    } else {
        return fulfill(value);
    }
}
Q.resolve = Q;

/**
 * Performs a task in a future turn of the event loop.
 * @param {Function} task
 */
Q.nextTick = nextTick;

/**
 * Controls whether or not long stack traces will be on
 */
Q.longStackSupport = false;

/**
 * The counter is used to determine the stopping point for building
 * long stack traces. In makeStackTraceLong we walk backwards through
 * the linked list of promises, only stacks which were created before
 * the rejection are concatenated.
 */
var longStackCounter = 1;

// enable long stacks if Q_DEBUG is set
if (typeof process === "object" && process && process.env && process.env.Q_DEBUG) {
    Q.longStackSupport = true;
}

/**
 * Constructs a {promise, resolve, reject} object.
 *
 * `resolve` is a callback to invoke with a more resolved value for the
 * promise. To fulfill the promise, invoke `resolve` with any value that is
 * not a thenable. To reject the promise, invoke `resolve` with a rejected
 * thenable, or invoke `reject` with the reason directly. To resolve the
 * promise to another thenable, thus putting it in the same state, invoke
 * `resolve` with that other thenable.
 */
Q.defer = defer;
function defer() {
    // if "messages" is an "Array", that indicates that the promise has not yet
    // been resolved.  If it is "undefined", it has been resolved.  Each
    // element of the messages array is itself an array of complete arguments to
    // forward to the resolved promise.  We coerce the resolution value to a
    // promise using the `resolve` function because it handles both fully
    // non-thenable values and other thenables gracefully.
    var messages = [], progressListeners = [], resolvedPromise;

    var deferred = object_create(defer.prototype);
    var promise = object_create(Promise.prototype);

    promise.promiseDispatch = function (resolve, op, operands) {
        var args = array_slice(arguments);
        if (messages) {
            messages.push(args);
            if (op === "when" && operands[1]) { // progress operand
                progressListeners.push(operands[1]);
            }
        } else {
            Q.nextTick(function () {
                resolvedPromise.promiseDispatch.apply(resolvedPromise, args);
            });
        }
    };

    // XXX deprecated
    promise.valueOf = function () {
        if (messages) {
            return promise;
        }
        var nearerValue = nearer(resolvedPromise);
        if (isPromise(nearerValue)) {
            resolvedPromise = nearerValue; // shorten chain
        }
        return nearerValue;
    };

    promise.inspect = function () {
        if (!resolvedPromise) {
            return { state: "pending" };
        }
        return resolvedPromise.inspect();
    };

    if (Q.longStackSupport && hasStacks) {
        try {
            throw new Error();
        } catch (e) {
            // NOTE: don't try to use `Error.captureStackTrace` or transfer the
            // accessor around; that causes memory leaks as per GH-111. Just
            // reify the stack trace as a string ASAP.
            //
            // At the same time, cut off the first line; it's always just
            // "[object Promise]\n", as per the `toString`.
            promise.stack = e.stack.substring(e.stack.indexOf("\n") + 1);
            promise.stackCounter = longStackCounter++;
        }
    }

    // NOTE: we do the checks for `resolvedPromise` in each method, instead of
    // consolidating them into `become`, since otherwise we'd create new
    // promises with the lines `become(whatever(value))`. See e.g. GH-252.

    function become(newPromise) {
        resolvedPromise = newPromise;

        if (Q.longStackSupport && hasStacks) {
            // Only hold a reference to the new promise if long stacks
            // are enabled to reduce memory usage
            promise.source = newPromise;
        }

        array_reduce(messages, function (undefined, message) {
            Q.nextTick(function () {
                newPromise.promiseDispatch.apply(newPromise, message);
            });
        }, void 0);

        messages = void 0;
        progressListeners = void 0;
    }

    deferred.promise = promise;
    deferred.resolve = function (value) {
        if (resolvedPromise) {
            return;
        }

        become(Q(value));
    };

    deferred.fulfill = function (value) {
        if (resolvedPromise) {
            return;
        }

        become(fulfill(value));
    };
    deferred.reject = function (reason) {
        if (resolvedPromise) {
            return;
        }

        become(reject(reason));
    };
    deferred.notify = function (progress) {
        if (resolvedPromise) {
            return;
        }

        array_reduce(progressListeners, function (undefined, progressListener) {
            Q.nextTick(function () {
                progressListener(progress);
            });
        }, void 0);
    };

    return deferred;
}

/**
 * Creates a Node-style callback that will resolve or reject the deferred
 * promise.
 * @returns a nodeback
 */
defer.prototype.makeNodeResolver = function () {
    var self = this;
    return function (error, value) {
        if (error) {
            self.reject(error);
        } else if (arguments.length > 2) {
            self.resolve(array_slice(arguments, 1));
        } else {
            self.resolve(value);
        }
    };
};

/**
 * @param resolver {Function} a function that returns nothing and accepts
 * the resolve, reject, and notify functions for a deferred.
 * @returns a promise that may be resolved with the given resolve and reject
 * functions, or rejected by a thrown exception in resolver
 */
Q.Promise = promise; // ES6
Q.promise = promise;
function promise(resolver) {
    if (typeof resolver !== "function") {
        throw new TypeError("resolver must be a function.");
    }
    var deferred = defer();
    try {
        resolver(deferred.resolve, deferred.reject, deferred.notify);
    } catch (reason) {
        deferred.reject(reason);
    }
    return deferred.promise;
}

promise.race = race; // ES6
promise.all = all; // ES6
promise.reject = reject; // ES6
promise.resolve = Q; // ES6

// XXX experimental.  This method is a way to denote that a local value is
// serializable and should be immediately dispatched to a remote upon request,
// instead of passing a reference.
Q.passByCopy = function (object) {
    //freeze(object);
    //passByCopies.set(object, true);
    return object;
};

Promise.prototype.passByCopy = function () {
    //freeze(object);
    //passByCopies.set(object, true);
    return this;
};

/**
 * If two promises eventually fulfill to the same value, promises that value,
 * but otherwise rejects.
 * @param x {Any*}
 * @param y {Any*}
 * @returns {Any*} a promise for x and y if they are the same, but a rejection
 * otherwise.
 *
 */
Q.join = function (x, y) {
    return Q(x).join(y);
};

Promise.prototype.join = function (that) {
    return Q([this, that]).spread(function (x, y) {
        if (x === y) {
            // TODO: "===" should be Object.is or equiv
            return x;
        } else {
            throw new Error("Q can't join: not the same: " + x + " " + y);
        }
    });
};

/**
 * Returns a promise for the first of an array of promises to become settled.
 * @param answers {Array[Any*]} promises to race
 * @returns {Any*} the first promise to be settled
 */
Q.race = race;
function race(answerPs) {
    return promise(function (resolve, reject) {
        // Switch to this once we can assume at least ES5
        // answerPs.forEach(function (answerP) {
        //     Q(answerP).then(resolve, reject);
        // });
        // Use this in the meantime
        for (var i = 0, len = answerPs.length; i < len; i++) {
            Q(answerPs[i]).then(resolve, reject);
        }
    });
}

Promise.prototype.race = function () {
    return this.then(Q.race);
};

/**
 * Constructs a Promise with a promise descriptor object and optional fallback
 * function.  The descriptor contains methods like when(rejected), get(name),
 * set(name, value), post(name, args), and delete(name), which all
 * return either a value, a promise for a value, or a rejection.  The fallback
 * accepts the operation name, a resolver, and any further arguments that would
 * have been forwarded to the appropriate method above had a method been
 * provided with the proper name.  The API makes no guarantees about the nature
 * of the returned object, apart from that it is usable whereever promises are
 * bought and sold.
 */
Q.makePromise = Promise;
function Promise(descriptor, fallback, inspect) {
    if (fallback === void 0) {
        fallback = function (op) {
            return reject(new Error(
                "Promise does not support operation: " + op
            ));
        };
    }
    if (inspect === void 0) {
        inspect = function () {
            return {state: "unknown"};
        };
    }

    var promise = object_create(Promise.prototype);

    promise.promiseDispatch = function (resolve, op, args) {
        var result;
        try {
            if (descriptor[op]) {
                result = descriptor[op].apply(promise, args);
            } else {
                result = fallback.call(promise, op, args);
            }
        } catch (exception) {
            result = reject(exception);
        }
        if (resolve) {
            resolve(result);
        }
    };

    promise.inspect = inspect;

    // XXX deprecated `valueOf` and `exception` support
    if (inspect) {
        var inspected = inspect();
        if (inspected.state === "rejected") {
            promise.exception = inspected.reason;
        }

        promise.valueOf = function () {
            var inspected = inspect();
            if (inspected.state === "pending" ||
                inspected.state === "rejected") {
                return promise;
            }
            return inspected.value;
        };
    }

    return promise;
}

Promise.prototype.toString = function () {
    return "[object Promise]";
};

Promise.prototype.then = function (fulfilled, rejected, progressed) {
    var self = this;
    var deferred = defer();
    var done = false;   // ensure the untrusted promise makes at most a
                        // single call to one of the callbacks

    function _fulfilled(value) {
        try {
            return typeof fulfilled === "function" ? fulfilled(value) : value;
        } catch (exception) {
            return reject(exception);
        }
    }

    function _rejected(exception) {
        if (typeof rejected === "function") {
            makeStackTraceLong(exception, self);
            try {
                return rejected(exception);
            } catch (newException) {
                return reject(newException);
            }
        }
        return reject(exception);
    }

    function _progressed(value) {
        return typeof progressed === "function" ? progressed(value) : value;
    }

    Q.nextTick(function () {
        self.promiseDispatch(function (value) {
            if (done) {
                return;
            }
            done = true;

            deferred.resolve(_fulfilled(value));
        }, "when", [function (exception) {
            if (done) {
                return;
            }
            done = true;

            deferred.resolve(_rejected(exception));
        }]);
    });

    // Progress propagator need to be attached in the current tick.
    self.promiseDispatch(void 0, "when", [void 0, function (value) {
        var newValue;
        var threw = false;
        try {
            newValue = _progressed(value);
        } catch (e) {
            threw = true;
            if (Q.onerror) {
                Q.onerror(e);
            } else {
                throw e;
            }
        }

        if (!threw) {
            deferred.notify(newValue);
        }
    }]);

    return deferred.promise;
};

Q.tap = function (promise, callback) {
    return Q(promise).tap(callback);
};

/**
 * Works almost like "finally", but not called for rejections.
 * Original resolution value is passed through callback unaffected.
 * Callback may return a promise that will be awaited for.
 * @param {Function} callback
 * @returns {Q.Promise}
 * @example
 * doSomething()
 *   .then(...)
 *   .tap(console.log)
 *   .then(...);
 */
Promise.prototype.tap = function (callback) {
    callback = Q(callback);

    return this.then(function (value) {
        return callback.fcall(value).thenResolve(value);
    });
};

/**
 * Registers an observer on a promise.
 *
 * Guarantees:
 *
 * 1. that fulfilled and rejected will be called only once.
 * 2. that either the fulfilled callback or the rejected callback will be
 *    called, but not both.
 * 3. that fulfilled and rejected will not be called in this turn.
 *
 * @param value      promise or immediate reference to observe
 * @param fulfilled  function to be called with the fulfilled value
 * @param rejected   function to be called with the rejection exception
 * @param progressed function to be called on any progress notifications
 * @return promise for the return value from the invoked callback
 */
Q.when = when;
function when(value, fulfilled, rejected, progressed) {
    return Q(value).then(fulfilled, rejected, progressed);
}

Promise.prototype.thenResolve = function (value) {
    return this.then(function () { return value; });
};

Q.thenResolve = function (promise, value) {
    return Q(promise).thenResolve(value);
};

Promise.prototype.thenReject = function (reason) {
    return this.then(function () { throw reason; });
};

Q.thenReject = function (promise, reason) {
    return Q(promise).thenReject(reason);
};

/**
 * If an object is not a promise, it is as "near" as possible.
 * If a promise is rejected, it is as "near" as possible too.
 * If it’s a fulfilled promise, the fulfillment value is nearer.
 * If it’s a deferred promise and the deferred has been resolved, the
 * resolution is "nearer".
 * @param object
 * @returns most resolved (nearest) form of the object
 */

// XXX should we re-do this?
Q.nearer = nearer;
function nearer(value) {
    if (isPromise(value)) {
        var inspected = value.inspect();
        if (inspected.state === "fulfilled") {
            return inspected.value;
        }
    }
    return value;
}

/**
 * @returns whether the given object is a promise.
 * Otherwise it is a fulfilled value.
 */
Q.isPromise = isPromise;
function isPromise(object) {
    return object instanceof Promise;
}

Q.isPromiseAlike = isPromiseAlike;
function isPromiseAlike(object) {
    return isObject(object) && typeof object.then === "function";
}

/**
 * @returns whether the given object is a pending promise, meaning not
 * fulfilled or rejected.
 */
Q.isPending = isPending;
function isPending(object) {
    return isPromise(object) && object.inspect().state === "pending";
}

Promise.prototype.isPending = function () {
    return this.inspect().state === "pending";
};

/**
 * @returns whether the given object is a value or fulfilled
 * promise.
 */
Q.isFulfilled = isFulfilled;
function isFulfilled(object) {
    return !isPromise(object) || object.inspect().state === "fulfilled";
}

Promise.prototype.isFulfilled = function () {
    return this.inspect().state === "fulfilled";
};

/**
 * @returns whether the given object is a rejected promise.
 */
Q.isRejected = isRejected;
function isRejected(object) {
    return isPromise(object) && object.inspect().state === "rejected";
}

Promise.prototype.isRejected = function () {
    return this.inspect().state === "rejected";
};

//// BEGIN UNHANDLED REJECTION TRACKING

// This promise library consumes exceptions thrown in handlers so they can be
// handled by a subsequent promise.  The exceptions get added to this array when
// they are created, and removed when they are handled.  Note that in ES6 or
// shimmed environments, this would naturally be a `Set`.
var unhandledReasons = [];
var unhandledRejections = [];
var reportedUnhandledRejections = [];
var trackUnhandledRejections = true;

function resetUnhandledRejections() {
    unhandledReasons.length = 0;
    unhandledRejections.length = 0;

    if (!trackUnhandledRejections) {
        trackUnhandledRejections = true;
    }
}

function trackRejection(promise, reason) {
    if (!trackUnhandledRejections) {
        return;
    }
    if (typeof process === "object" && typeof process.emit === "function") {
        Q.nextTick.runAfter(function () {
            if (array_indexOf(unhandledRejections, promise) !== -1) {
                process.emit("unhandledRejection", reason, promise);
                reportedUnhandledRejections.push(promise);
            }
        });
    }

    unhandledRejections.push(promise);
    if (reason && typeof reason.stack !== "undefined") {
        unhandledReasons.push(reason.stack);
    } else {
        unhandledReasons.push("(no stack) " + reason);
    }
}

function untrackRejection(promise) {
    if (!trackUnhandledRejections) {
        return;
    }

    var at = array_indexOf(unhandledRejections, promise);
    if (at !== -1) {
        if (typeof process === "object" && typeof process.emit === "function") {
            Q.nextTick.runAfter(function () {
                var atReport = array_indexOf(reportedUnhandledRejections, promise);
                if (atReport !== -1) {
                    process.emit("rejectionHandled", unhandledReasons[at], promise);
                    reportedUnhandledRejections.splice(atReport, 1);
                }
            });
        }
        unhandledRejections.splice(at, 1);
        unhandledReasons.splice(at, 1);
    }
}

Q.resetUnhandledRejections = resetUnhandledRejections;

Q.getUnhandledReasons = function () {
    // Make a copy so that consumers can't interfere with our internal state.
    return unhandledReasons.slice();
};

Q.stopUnhandledRejectionTracking = function () {
    resetUnhandledRejections();
    trackUnhandledRejections = false;
};

resetUnhandledRejections();

//// END UNHANDLED REJECTION TRACKING

/**
 * Constructs a rejected promise.
 * @param reason value describing the failure
 */
Q.reject = reject;
function reject(reason) {
    var rejection = Promise({
        "when": function (rejected) {
            // note that the error has been handled
            if (rejected) {
                untrackRejection(this);
            }
            return rejected ? rejected(reason) : this;
        }
    }, function fallback() {
        return this;
    }, function inspect() {
        return { state: "rejected", reason: reason };
    });

    // Note that the reason has not been handled.
    trackRejection(rejection, reason);

    return rejection;
}

/**
 * Constructs a fulfilled promise for an immediate reference.
 * @param value immediate reference
 */
Q.fulfill = fulfill;
function fulfill(value) {
    return Promise({
        "when": function () {
            return value;
        },
        "get": function (name) {
            return value[name];
        },
        "set": function (name, rhs) {
            value[name] = rhs;
        },
        "delete": function (name) {
            delete value[name];
        },
        "post": function (name, args) {
            // Mark Miller proposes that post with no name should apply a
            // promised function.
            if (name === null || name === void 0) {
                return value.apply(void 0, args);
            } else {
                return value[name].apply(value, args);
            }
        },
        "apply": function (thisp, args) {
            return value.apply(thisp, args);
        },
        "keys": function () {
            return object_keys(value);
        }
    }, void 0, function inspect() {
        return { state: "fulfilled", value: value };
    });
}

/**
 * Converts thenables to Q promises.
 * @param promise thenable promise
 * @returns a Q promise
 */
function coerce(promise) {
    var deferred = defer();
    Q.nextTick(function () {
        try {
            promise.then(deferred.resolve, deferred.reject, deferred.notify);
        } catch (exception) {
            deferred.reject(exception);
        }
    });
    return deferred.promise;
}

/**
 * Annotates an object such that it will never be
 * transferred away from this process over any promise
 * communication channel.
 * @param object
 * @returns promise a wrapping of that object that
 * additionally responds to the "isDef" message
 * without a rejection.
 */
Q.master = master;
function master(object) {
    return Promise({
        "isDef": function () {}
    }, function fallback(op, args) {
        return dispatch(object, op, args);
    }, function () {
        return Q(object).inspect();
    });
}

/**
 * Spreads the values of a promised array of arguments into the
 * fulfillment callback.
 * @param fulfilled callback that receives variadic arguments from the
 * promised array
 * @param rejected callback that receives the exception if the promise
 * is rejected.
 * @returns a promise for the return value or thrown exception of
 * either callback.
 */
Q.spread = spread;
function spread(value, fulfilled, rejected) {
    return Q(value).spread(fulfilled, rejected);
}

Promise.prototype.spread = function (fulfilled, rejected) {
    return this.all().then(function (array) {
        return fulfilled.apply(void 0, array);
    }, rejected);
};

/**
 * The async function is a decorator for generator functions, turning
 * them into asynchronous generators.  Although generators are only part
 * of the newest ECMAScript 6 drafts, this code does not cause syntax
 * errors in older engines.  This code should continue to work and will
 * in fact improve over time as the language improves.
 *
 * ES6 generators are currently part of V8 version 3.19 with the
 * --harmony-generators runtime flag enabled.  SpiderMonkey has had them
 * for longer, but under an older Python-inspired form.  This function
 * works on both kinds of generators.
 *
 * Decorates a generator function such that:
 *  - it may yield promises
 *  - execution will continue when that promise is fulfilled
 *  - the value of the yield expression will be the fulfilled value
 *  - it returns a promise for the return value (when the generator
 *    stops iterating)
 *  - the decorated function returns a promise for the return value
 *    of the generator or the first rejected promise among those
 *    yielded.
 *  - if an error is thrown in the generator, it propagates through
 *    every following yield until it is caught, or until it escapes
 *    the generator function altogether, and is translated into a
 *    rejection for the promise returned by the decorated generator.
 */
Q.async = async;
function async(makeGenerator) {
    return function () {
        // when verb is "send", arg is a value
        // when verb is "throw", arg is an exception
        function continuer(verb, arg) {
            var result;

            // Until V8 3.19 / Chromium 29 is released, SpiderMonkey is the only
            // engine that has a deployed base of browsers that support generators.
            // However, SM's generators use the Python-inspired semantics of
            // outdated ES6 drafts.  We would like to support ES6, but we'd also
            // like to make it possible to use generators in deployed browsers, so
            // we also support Python-style generators.  At some point we can remove
            // this block.

            if (typeof StopIteration === "undefined") {
                // ES6 Generators
                try {
                    result = generator[verb](arg);
                } catch (exception) {
                    return reject(exception);
                }
                if (result.done) {
                    return Q(result.value);
                } else {
                    return when(result.value, callback, errback);
                }
            } else {
                // SpiderMonkey Generators
                // FIXME: Remove this case when SM does ES6 generators.
                try {
                    result = generator[verb](arg);
                } catch (exception) {
                    if (isStopIteration(exception)) {
                        return Q(exception.value);
                    } else {
                        return reject(exception);
                    }
                }
                return when(result, callback, errback);
            }
        }
        var generator = makeGenerator.apply(this, arguments);
        var callback = continuer.bind(continuer, "next");
        var errback = continuer.bind(continuer, "throw");
        return callback();
    };
}

/**
 * The spawn function is a small wrapper around async that immediately
 * calls the generator and also ends the promise chain, so that any
 * unhandled errors are thrown instead of forwarded to the error
 * handler. This is useful because it's extremely common to run
 * generators at the top-level to work with libraries.
 */
Q.spawn = spawn;
function spawn(makeGenerator) {
    Q.done(Q.async(makeGenerator)());
}

// FIXME: Remove this interface once ES6 generators are in SpiderMonkey.
/**
 * Throws a ReturnValue exception to stop an asynchronous generator.
 *
 * This interface is a stop-gap measure to support generator return
 * values in older Firefox/SpiderMonkey.  In browsers that support ES6
 * generators like Chromium 29, just use "return" in your generator
 * functions.
 *
 * @param value the return value for the surrounding generator
 * @throws ReturnValue exception with the value.
 * @example
 * // ES6 style
 * Q.async(function* () {
 *      var foo = yield getFooPromise();
 *      var bar = yield getBarPromise();
 *      return foo + bar;
 * })
 * // Older SpiderMonkey style
 * Q.async(function () {
 *      var foo = yield getFooPromise();
 *      var bar = yield getBarPromise();
 *      Q.return(foo + bar);
 * })
 */
Q["return"] = _return;
function _return(value) {
    throw new QReturnValue(value);
}

/**
 * The promised function decorator ensures that any promise arguments
 * are settled and passed as values (`this` is also settled and passed
 * as a value).  It will also ensure that the result of a function is
 * always a promise.
 *
 * @example
 * var add = Q.promised(function (a, b) {
 *     return a + b;
 * });
 * add(Q(a), Q(B));
 *
 * @param {function} callback The function to decorate
 * @returns {function} a function that has been decorated.
 */
Q.promised = promised;
function promised(callback) {
    return function () {
        return spread([this, all(arguments)], function (self, args) {
            return callback.apply(self, args);
        });
    };
}

/**
 * sends a message to a value in a future turn
 * @param object* the recipient
 * @param op the name of the message operation, e.g., "when",
 * @param args further arguments to be forwarded to the operation
 * @returns result {Promise} a promise for the result of the operation
 */
Q.dispatch = dispatch;
function dispatch(object, op, args) {
    return Q(object).dispatch(op, args);
}

Promise.prototype.dispatch = function (op, args) {
    var self = this;
    var deferred = defer();
    Q.nextTick(function () {
        self.promiseDispatch(deferred.resolve, op, args);
    });
    return deferred.promise;
};

/**
 * Gets the value of a property in a future turn.
 * @param object    promise or immediate reference for target object
 * @param name      name of property to get
 * @return promise for the property value
 */
Q.get = function (object, key) {
    return Q(object).dispatch("get", [key]);
};

Promise.prototype.get = function (key) {
    return this.dispatch("get", [key]);
};

/**
 * Sets the value of a property in a future turn.
 * @param object    promise or immediate reference for object object
 * @param name      name of property to set
 * @param value     new value of property
 * @return promise for the return value
 */
Q.set = function (object, key, value) {
    return Q(object).dispatch("set", [key, value]);
};

Promise.prototype.set = function (key, value) {
    return this.dispatch("set", [key, value]);
};

/**
 * Deletes a property in a future turn.
 * @param object    promise or immediate reference for target object
 * @param name      name of property to delete
 * @return promise for the return value
 */
Q.del = // XXX legacy
Q["delete"] = function (object, key) {
    return Q(object).dispatch("delete", [key]);
};

Promise.prototype.del = // XXX legacy
Promise.prototype["delete"] = function (key) {
    return this.dispatch("delete", [key]);
};

/**
 * Invokes a method in a future turn.
 * @param object    promise or immediate reference for target object
 * @param name      name of method to invoke
 * @param value     a value to post, typically an array of
 *                  invocation arguments for promises that
 *                  are ultimately backed with `resolve` values,
 *                  as opposed to those backed with URLs
 *                  wherein the posted value can be any
 *                  JSON serializable object.
 * @return promise for the return value
 */
// bound locally because it is used by other methods
Q.mapply = // XXX As proposed by "Redsandro"
Q.post = function (object, name, args) {
    return Q(object).dispatch("post", [name, args]);
};

Promise.prototype.mapply = // XXX As proposed by "Redsandro"
Promise.prototype.post = function (name, args) {
    return this.dispatch("post", [name, args]);
};

/**
 * Invokes a method in a future turn.
 * @param object    promise or immediate reference for target object
 * @param name      name of method to invoke
 * @param ...args   array of invocation arguments
 * @return promise for the return value
 */
Q.send = // XXX Mark Miller's proposed parlance
Q.mcall = // XXX As proposed by "Redsandro"
Q.invoke = function (object, name /*...args*/) {
    return Q(object).dispatch("post", [name, array_slice(arguments, 2)]);
};

Promise.prototype.send = // XXX Mark Miller's proposed parlance
Promise.prototype.mcall = // XXX As proposed by "Redsandro"
Promise.prototype.invoke = function (name /*...args*/) {
    return this.dispatch("post", [name, array_slice(arguments, 1)]);
};

/**
 * Applies the promised function in a future turn.
 * @param object    promise or immediate reference for target function
 * @param args      array of application arguments
 */
Q.fapply = function (object, args) {
    return Q(object).dispatch("apply", [void 0, args]);
};

Promise.prototype.fapply = function (args) {
    return this.dispatch("apply", [void 0, args]);
};

/**
 * Calls the promised function in a future turn.
 * @param object    promise or immediate reference for target function
 * @param ...args   array of application arguments
 */
Q["try"] =
Q.fcall = function (object /* ...args*/) {
    return Q(object).dispatch("apply", [void 0, array_slice(arguments, 1)]);
};

Promise.prototype.fcall = function (/*...args*/) {
    return this.dispatch("apply", [void 0, array_slice(arguments)]);
};

/**
 * Binds the promised function, transforming return values into a fulfilled
 * promise and thrown errors into a rejected one.
 * @param object    promise or immediate reference for target function
 * @param ...args   array of application arguments
 */
Q.fbind = function (object /*...args*/) {
    var promise = Q(object);
    var args = array_slice(arguments, 1);
    return function fbound() {
        return promise.dispatch("apply", [
            this,
            args.concat(array_slice(arguments))
        ]);
    };
};
Promise.prototype.fbind = function (/*...args*/) {
    var promise = this;
    var args = array_slice(arguments);
    return function fbound() {
        return promise.dispatch("apply", [
            this,
            args.concat(array_slice(arguments))
        ]);
    };
};

/**
 * Requests the names of the owned properties of a promised
 * object in a future turn.
 * @param object    promise or immediate reference for target object
 * @return promise for the keys of the eventually settled object
 */
Q.keys = function (object) {
    return Q(object).dispatch("keys", []);
};

Promise.prototype.keys = function () {
    return this.dispatch("keys", []);
};

/**
 * Turns an array of promises into a promise for an array.  If any of
 * the promises gets rejected, the whole array is rejected immediately.
 * @param {Array*} an array (or promise for an array) of values (or
 * promises for values)
 * @returns a promise for an array of the corresponding values
 */
// By Mark Miller
// http://wiki.ecmascript.org/doku.php?id=strawman:concurrency&rev=1308776521#allfulfilled
Q.all = all;
function all(promises) {
    return when(promises, function (promises) {
        var pendingCount = 0;
        var deferred = defer();
        array_reduce(promises, function (undefined, promise, index) {
            var snapshot;
            if (
                isPromise(promise) &&
                (snapshot = promise.inspect()).state === "fulfilled"
            ) {
                promises[index] = snapshot.value;
            } else {
                ++pendingCount;
                when(
                    promise,
                    function (value) {
                        promises[index] = value;
                        if (--pendingCount === 0) {
                            deferred.resolve(promises);
                        }
                    },
                    deferred.reject,
                    function (progress) {
                        deferred.notify({ index: index, value: progress });
                    }
                );
            }
        }, void 0);
        if (pendingCount === 0) {
            deferred.resolve(promises);
        }
        return deferred.promise;
    });
}

Promise.prototype.all = function () {
    return all(this);
};

/**
 * Returns the first resolved promise of an array. Prior rejected promises are
 * ignored.  Rejects only if all promises are rejected.
 * @param {Array*} an array containing values or promises for values
 * @returns a promise fulfilled with the value of the first resolved promise,
 * or a rejected promise if all promises are rejected.
 */
Q.any = any;

function any(promises) {
    if (promises.length === 0) {
        return Q.resolve();
    }

    var deferred = Q.defer();
    var pendingCount = 0;
    array_reduce(promises, function (prev, current, index) {
        var promise = promises[index];

        pendingCount++;

        when(promise, onFulfilled, onRejected, onProgress);
        function onFulfilled(result) {
            deferred.resolve(result);
        }
        function onRejected(err) {
            pendingCount--;
            if (pendingCount === 0) {
                var rejection = err || new Error("" + err);

                rejection.message = ("Q can't get fulfillment value from any promise, all " +
                    "promises were rejected. Last error message: " + rejection.message);

                deferred.reject(rejection);
            }
        }
        function onProgress(progress) {
            deferred.notify({
                index: index,
                value: progress
            });
        }
    }, undefined);

    return deferred.promise;
}

Promise.prototype.any = function () {
    return any(this);
};

/**
 * Waits for all promises to be settled, either fulfilled or
 * rejected.  This is distinct from `all` since that would stop
 * waiting at the first rejection.  The promise returned by
 * `allResolved` will never be rejected.
 * @param promises a promise for an array (or an array) of promises
 * (or values)
 * @return a promise for an array of promises
 */
Q.allResolved = deprecate(allResolved, "allResolved", "allSettled");
function allResolved(promises) {
    return when(promises, function (promises) {
        promises = array_map(promises, Q);
        return when(all(array_map(promises, function (promise) {
            return when(promise, noop, noop);
        })), function () {
            return promises;
        });
    });
}

Promise.prototype.allResolved = function () {
    return allResolved(this);
};

/**
 * @see Promise#allSettled
 */
Q.allSettled = allSettled;
function allSettled(promises) {
    return Q(promises).allSettled();
}

/**
 * Turns an array of promises into a promise for an array of their states (as
 * returned by `inspect`) when they have all settled.
 * @param {Array[Any*]} values an array (or promise for an array) of values (or
 * promises for values)
 * @returns {Array[State]} an array of states for the respective values.
 */
Promise.prototype.allSettled = function () {
    return this.then(function (promises) {
        return all(array_map(promises, function (promise) {
            promise = Q(promise);
            function regardless() {
                return promise.inspect();
            }
            return promise.then(regardless, regardless);
        }));
    });
};

/**
 * Captures the failure of a promise, giving an oportunity to recover
 * with a callback.  If the given promise is fulfilled, the returned
 * promise is fulfilled.
 * @param {Any*} promise for something
 * @param {Function} callback to fulfill the returned promise if the
 * given promise is rejected
 * @returns a promise for the return value of the callback
 */
Q.fail = // XXX legacy
Q["catch"] = function (object, rejected) {
    return Q(object).then(void 0, rejected);
};

Promise.prototype.fail = // XXX legacy
Promise.prototype["catch"] = function (rejected) {
    return this.then(void 0, rejected);
};

/**
 * Attaches a listener that can respond to progress notifications from a
 * promise's originating deferred. This listener receives the exact arguments
 * passed to ``deferred.notify``.
 * @param {Any*} promise for something
 * @param {Function} callback to receive any progress notifications
 * @returns the given promise, unchanged
 */
Q.progress = progress;
function progress(object, progressed) {
    return Q(object).then(void 0, void 0, progressed);
}

Promise.prototype.progress = function (progressed) {
    return this.then(void 0, void 0, progressed);
};

/**
 * Provides an opportunity to observe the settling of a promise,
 * regardless of whether the promise is fulfilled or rejected.  Forwards
 * the resolution to the returned promise when the callback is done.
 * The callback can return a promise to defer completion.
 * @param {Any*} promise
 * @param {Function} callback to observe the resolution of the given
 * promise, takes no arguments.
 * @returns a promise for the resolution of the given promise when
 * ``fin`` is done.
 */
Q.fin = // XXX legacy
Q["finally"] = function (object, callback) {
    return Q(object)["finally"](callback);
};

Promise.prototype.fin = // XXX legacy
Promise.prototype["finally"] = function (callback) {
    if (!callback || typeof callback.apply !== "function") {
        throw new Error("Q can't apply finally callback");
    }
    callback = Q(callback);
    return this.then(function (value) {
        return callback.fcall().then(function () {
            return value;
        });
    }, function (reason) {
        // TODO attempt to recycle the rejection with "this".
        return callback.fcall().then(function () {
            throw reason;
        });
    });
};

/**
 * Terminates a chain of promises, forcing rejections to be
 * thrown as exceptions.
 * @param {Any*} promise at the end of a chain of promises
 * @returns nothing
 */
Q.done = function (object, fulfilled, rejected, progress) {
    return Q(object).done(fulfilled, rejected, progress);
};

Promise.prototype.done = function (fulfilled, rejected, progress) {
    var onUnhandledError = function (error) {
        // forward to a future turn so that ``when``
        // does not catch it and turn it into a rejection.
        Q.nextTick(function () {
            makeStackTraceLong(error, promise);
            if (Q.onerror) {
                Q.onerror(error);
            } else {
                throw error;
            }
        });
    };

    // Avoid unnecessary `nextTick`ing via an unnecessary `when`.
    var promise = fulfilled || rejected || progress ?
        this.then(fulfilled, rejected, progress) :
        this;

    if (typeof process === "object" && process && process.domain) {
        onUnhandledError = process.domain.bind(onUnhandledError);
    }

    promise.then(void 0, onUnhandledError);
};

/**
 * Causes a promise to be rejected if it does not get fulfilled before
 * some milliseconds time out.
 * @param {Any*} promise
 * @param {Number} milliseconds timeout
 * @param {Any*} custom error message or Error object (optional)
 * @returns a promise for the resolution of the given promise if it is
 * fulfilled before the timeout, otherwise rejected.
 */
Q.timeout = function (object, ms, error) {
    return Q(object).timeout(ms, error);
};

Promise.prototype.timeout = function (ms, error) {
    var deferred = defer();
    var timeoutId = setTimeout(function () {
        if (!error || "string" === typeof error) {
            error = new Error(error || "Timed out after " + ms + " ms");
            error.code = "ETIMEDOUT";
        }
        deferred.reject(error);
    }, ms);

    this.then(function (value) {
        clearTimeout(timeoutId);
        deferred.resolve(value);
    }, function (exception) {
        clearTimeout(timeoutId);
        deferred.reject(exception);
    }, deferred.notify);

    return deferred.promise;
};

/**
 * Returns a promise for the given value (or promised value), some
 * milliseconds after it resolved. Passes rejections immediately.
 * @param {Any*} promise
 * @param {Number} milliseconds
 * @returns a promise for the resolution of the given promise after milliseconds
 * time has elapsed since the resolution of the given promise.
 * If the given promise rejects, that is passed immediately.
 */
Q.delay = function (object, timeout) {
    if (timeout === void 0) {
        timeout = object;
        object = void 0;
    }
    return Q(object).delay(timeout);
};

Promise.prototype.delay = function (timeout) {
    return this.then(function (value) {
        var deferred = defer();
        setTimeout(function () {
            deferred.resolve(value);
        }, timeout);
        return deferred.promise;
    });
};

/**
 * Passes a continuation to a Node function, which is called with the given
 * arguments provided as an array, and returns a promise.
 *
 *      Q.nfapply(FS.readFile, [__filename])
 *      .then(function (content) {
 *      })
 *
 */
Q.nfapply = function (callback, args) {
    return Q(callback).nfapply(args);
};

Promise.prototype.nfapply = function (args) {
    var deferred = defer();
    var nodeArgs = array_slice(args);
    nodeArgs.push(deferred.makeNodeResolver());
    this.fapply(nodeArgs).fail(deferred.reject);
    return deferred.promise;
};

/**
 * Passes a continuation to a Node function, which is called with the given
 * arguments provided individually, and returns a promise.
 * @example
 * Q.nfcall(FS.readFile, __filename)
 * .then(function (content) {
 * })
 *
 */
Q.nfcall = function (callback /*...args*/) {
    var args = array_slice(arguments, 1);
    return Q(callback).nfapply(args);
};

Promise.prototype.nfcall = function (/*...args*/) {
    var nodeArgs = array_slice(arguments);
    var deferred = defer();
    nodeArgs.push(deferred.makeNodeResolver());
    this.fapply(nodeArgs).fail(deferred.reject);
    return deferred.promise;
};

/**
 * Wraps a NodeJS continuation passing function and returns an equivalent
 * version that returns a promise.
 * @example
 * Q.nfbind(FS.readFile, __filename)("utf-8")
 * .then(console.log)
 * .done()
 */
Q.nfbind =
Q.denodeify = function (callback /*...args*/) {
    if (callback === undefined) {
        throw new Error("Q can't wrap an undefined function");
    }
    var baseArgs = array_slice(arguments, 1);
    return function () {
        var nodeArgs = baseArgs.concat(array_slice(arguments));
        var deferred = defer();
        nodeArgs.push(deferred.makeNodeResolver());
        Q(callback).fapply(nodeArgs).fail(deferred.reject);
        return deferred.promise;
    };
};

Promise.prototype.nfbind =
Promise.prototype.denodeify = function (/*...args*/) {
    var args = array_slice(arguments);
    args.unshift(this);
    return Q.denodeify.apply(void 0, args);
};

Q.nbind = function (callback, thisp /*...args*/) {
    var baseArgs = array_slice(arguments, 2);
    return function () {
        var nodeArgs = baseArgs.concat(array_slice(arguments));
        var deferred = defer();
        nodeArgs.push(deferred.makeNodeResolver());
        function bound() {
            return callback.apply(thisp, arguments);
        }
        Q(bound).fapply(nodeArgs).fail(deferred.reject);
        return deferred.promise;
    };
};

Promise.prototype.nbind = function (/*thisp, ...args*/) {
    var args = array_slice(arguments, 0);
    args.unshift(this);
    return Q.nbind.apply(void 0, args);
};

/**
 * Calls a method of a Node-style object that accepts a Node-style
 * callback with a given array of arguments, plus a provided callback.
 * @param object an object that has the named method
 * @param {String} name name of the method of object
 * @param {Array} args arguments to pass to the method; the callback
 * will be provided by Q and appended to these arguments.
 * @returns a promise for the value or error
 */
Q.nmapply = // XXX As proposed by "Redsandro"
Q.npost = function (object, name, args) {
    return Q(object).npost(name, args);
};

Promise.prototype.nmapply = // XXX As proposed by "Redsandro"
Promise.prototype.npost = function (name, args) {
    var nodeArgs = array_slice(args || []);
    var deferred = defer();
    nodeArgs.push(deferred.makeNodeResolver());
    this.dispatch("post", [name, nodeArgs]).fail(deferred.reject);
    return deferred.promise;
};

/**
 * Calls a method of a Node-style object that accepts a Node-style
 * callback, forwarding the given variadic arguments, plus a provided
 * callback argument.
 * @param object an object that has the named method
 * @param {String} name name of the method of object
 * @param ...args arguments to pass to the method; the callback will
 * be provided by Q and appended to these arguments.
 * @returns a promise for the value or error
 */
Q.nsend = // XXX Based on Mark Miller's proposed "send"
Q.nmcall = // XXX Based on "Redsandro's" proposal
Q.ninvoke = function (object, name /*...args*/) {
    var nodeArgs = array_slice(arguments, 2);
    var deferred = defer();
    nodeArgs.push(deferred.makeNodeResolver());
    Q(object).dispatch("post", [name, nodeArgs]).fail(deferred.reject);
    return deferred.promise;
};

Promise.prototype.nsend = // XXX Based on Mark Miller's proposed "send"
Promise.prototype.nmcall = // XXX Based on "Redsandro's" proposal
Promise.prototype.ninvoke = function (name /*...args*/) {
    var nodeArgs = array_slice(arguments, 1);
    var deferred = defer();
    nodeArgs.push(deferred.makeNodeResolver());
    this.dispatch("post", [name, nodeArgs]).fail(deferred.reject);
    return deferred.promise;
};

/**
 * If a function would like to support both Node continuation-passing-style and
 * promise-returning-style, it can end its internal promise chain with
 * `nodeify(nodeback)`, forwarding the optional nodeback argument.  If the user
 * elects to use a nodeback, the result will be sent there.  If they do not
 * pass a nodeback, they will receive the result promise.
 * @param object a result (or a promise for a result)
 * @param {Function} nodeback a Node.js-style callback
 * @returns either the promise or nothing
 */
Q.nodeify = nodeify;
function nodeify(object, nodeback) {
    return Q(object).nodeify(nodeback);
}

Promise.prototype.nodeify = function (nodeback) {
    if (nodeback) {
        this.then(function (value) {
            Q.nextTick(function () {
                nodeback(null, value);
            });
        }, function (error) {
            Q.nextTick(function () {
                nodeback(error);
            });
        });
    } else {
        return this;
    }
};

Q.noConflict = function() {
    throw new Error("Q.noConflict only works when Q is used as a global");
};

// All code before this point will be filtered from stack traces.
var qEndingLine = captureLine();

return Q;

});


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

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

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

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

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

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

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

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

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

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


/**
 * Rounds of one key derivation. OpenSSL writes 2048 (`PKCS12_DEFAULT_ITER`), Windows 2000, Java's keytool 10,000 and
 * before 50,000 and 100,000, Bouncy Castle 51,200, NSS 600,000 (`NSS_PBE_DEFAULT_ITERATION_COUNT`).
 */
const MOST_ROUNDS = 1_000_000;
/** Of all derivations of a PFX, as rounds in JavaScript, of which a million takes two seconds: NSS's largest takes 4.8. */
const MOST_ROUNDS_IN_ALL = 5_000_000;
/** N·r·p of scrypt (RFC 7914): OpenSSL writes 131,072, which takes 50 ms. */
const MOST_SCRYPT_BLOCKS = 4_000_000;
/**
 * @returns to be called before each derivation with its rounds, how often they are gone through, and what a round costs
 *   beside one of SHA-1 in JavaScript; throws Failure `AZS351`
 */
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
/** @param rounds undefined: so many that the number itself cannot be read */
function tooManyRounds(from, rounds, most = MOST_ROUNDS) {
    const asked = rounds === undefined ? "thousands of millions of" : Math.round(rounds).toLocaleString("en");
    return errors_certificates/* certificateFailures */.z.tooManyRounds({ from, rounds: asked, most: most.toLocaleString("en") });
}
/**
 * Checks what an encrypted key asks for, before OpenSSL does it: it cannot be interrupted.
 *
 * @param der PKCS#8 EncryptedPrivateKeyInfo (RFC 5958), DER
 * @throws Failure `AZS351`; `AZS311` when it is none
 */
function checkEncryptedKey(der, from) {
    const numbers = numbersOf(der);
    if (numbers === undefined)
        throw errors_certificates/* certificateFailures */.z.clientDamaged({ from, part: "the private key" });
    // Of scrypt N, r and p; the length of the key may follow.
    const [cost, most] = numbers.isScrypt
        ? [numbers.all.slice(0, 3).reduce((product, number) => product * number, 1), MOST_SCRYPT_BLOCKS]
        : [Math.max(...numbers.all), MOST_ROUNDS];
    if (!(cost <= most))
        throw tooManyRounds(from, cost, most);
}
/** 1.3.6.1.4.1.11591.4.11 (RFC 7914), DER. */
const SCRYPT = Buffer.from("06092b06010401da47040b", "hex");
/** The numbers among the parameters of the encryption; undefined when they cannot be read, or there are none. */
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
        // What this reader does not know, OpenSSL might: with such a key it must not be asked.
        if (error instanceof certificates_der/* NotDer */.P)
            return undefined;
        throw error;
    }
}
const SEQUENCE = 0x30;
const INTEGER = 0x02;
/** PBES2, its key derivation, that one's parameters. */
const MOST_DEPTH = 6;
const MOST_VALUES = 8;
function integersIn(content, depth) {
    if (depth === 0)
        throw new certificates_der/* NotDer */.P();
    return (0,certificates_der/* valuesIn */.a)(content, { most: MOST_VALUES }).flatMap((value) => {
        // A number larger than JavaScript can count becomes infinite, and is too large as well.
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





/**
 * Opens a PFX (PKCS#12, RFC 7292): 3DES or RC2-40 with SHA-1, as older Windows and OpenSSL wrote it, and AES with
 * SHA-2, as OpenSSL 3 and Windows write it today.
 *
 * @param password undefined or empty: tried as no password and as the empty one, which are different keys in PKCS#12
 * @throws Failure for a wrong or missing password, an unsupported algorithm, a damaged file; `AZS351`, `AZS353`
 */
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
/**
 * Makes the PFX that Terraform reads.
 *
 * golang.org/x/crypto/pkcs12, which Terraform's providers decode with, knows 3DES and RC2-40 with a SHA-1 MAC only and
 * refuses more than one certificate; software.sslmate.com/src/go-pkcs12 reads that as well. Hence 3DES, SHA-1 and the
 * leaf alone. The file's protection is its mode and its removal in post, not this encryption.
 *
 * @param privateKey PKCS#8 DER
 * @param certificate X.509 DER
 */
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
// forge only opens and makes the container here; keys and certificates stay DER, for node:crypto. forge's own parsing
// knows no EC keys, and writing a certificate back it alters one that an EC CA signed, and with it the thumbprint.
function pfx_open(forge, container, password, count) {
    const leave = () => {
        throw new Error("left as ASN.1"); // forge then hands the value over as `asn1`
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
/** From here on a digest counts in 64 bits, which takes JavaScript three times as long. */
const SHA384_LENGTH = 48;
function counted(generate, count) {
    return (password, salt, id, iterations, length, digest) => {
        const size = digest?.digestLength ?? SHA1_LENGTH;
        count(iterations, Math.ceil(length / size), size < SHA384_LENGTH ? 1 : 3);
        return generate(password, salt, id, iterations, length, digest);
    };
}
/**
 * Stands in for forge's: that one takes the password as Latin-1, where OpenSSL and .NET take UTF-8 for PBES2, and runs
 * in JavaScript whenever the digest comes as an object, as it does here.
 */
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
// forge's errors have no codes; "supported" is in all its texts about algorithms and kinds of content. Whatever else goes
// wrong inside a whole container is the password: without a MAC, a wrong one shows as content that makes no sense.
function refusal(cause, password, from) {
    const message = cause instanceof Error ? cause.message : "";
    // forge reads a number of rounds of four bytes at most.
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







/** OpenSSL verifies with no longer one (OPENSSL_RSA_MAX_MODULUS_BITS); to sign with one takes a quarter of a second. */
const MOST_BITS = 16_384;
/**
 * Reads a client certificate with its private key: PEM text (in any order; PKCS#1, PKCS#8, either one encrypted), a
 * PFX, or base64 of one of them; the certificates may also come as PKCS #7, and key and certificates as several files.
 *
 * `pem` of the result is what `az login` and `ClientCertificateCredential` of @azure/identity read: both want the key
 * unencrypted, and both hash the first certificate.
 *
 * @param materials the input's text, or each file's bytes
 * @param password of the key or PFX; ignored when the PEM key is not encrypted; empty is as undefined
 * @param from the input, and the path of a file, for error texts
 * @throws Failure `AZS310` to `AZS321`, `AZS350` to `AZS354`
 */
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
/**
 * Makes a PFX of key and leaf, for Terraform; `writePfx` says why 3DES and why without the chain.
 *
 * @param password may be empty; Go's decoders want it within the Basic Multilingual Plane (no emoji)
 */
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
        // This code is of a cipher or digest that OpenSSL 3 has dropped (DES, RC2, MD5). A wrong password is "bad decrypt",
        // and about once in 256 times, when the padding looks right, "unsupported" without EVP.
        const dropped = cause.code === "ERR_OSSL_EVP_UNSUPPORTED";
        throw errors_certificates/* certificateFailures */.z[dropped ? "clientUnsupported" : "clientPasswordWrong"]({ from }, cause);
    }
}
/** The certificate of the key; after a renewal with the same key there can be two: the one that lasts longest. */
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
            break; // else an older certificate of the same name and key would pass for the issuer
        const others = certificates.filter((other) => !chain.some((known) => known.raw.equals(other.raw)));
        const issuer = others.find((other) => {
            checkTime();
            return (0,certificates_material/* isIssuedBy */.rh)(last, other);
        });
        if (issuer !== undefined)
            chain.push(issuer); // the loop goes on with it
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
/** Not DER (X.690), or more of it than the caller wants to know. */
class NotDer extends Error {
}
/**
 * The values that follow each other.
 *
 * @param only so many, and whatever comes behind them
 * @param most more than so many are refused
 * @throws NotDer
 */
function valuesIn(bytes, { only = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {}) {
    const values = [];
    for (let at = 0; at < bytes.length && values.length < only;) {
        const [tag = 0, first = 0x80] = bytes.subarray(at, at + 2);
        const octets = first < 0x80 ? 0 : first & 0x7f;
        const start = at + 2 + octets;
        // 0x80 is a length that only the end of the value tells (BER).
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
/** forge makes an object of each value, of two bytes also. A PFX or PKCS #7 file is a few kilobytes large. */
const MOST_FORGE_BYTES = 500_000;
/** Replaces functions of a namespace of forge while `work`, which must be synchronous, runs. */
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



/** A system's list of all public roots has 150, and a few of its own. */
const MOST_CERTIFICATES = 500;
const encryptionHeaders = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+,[0-9A-Fa-f]+)\s/;
const base64Text = /^[A-Za-z0-9+/_-]+={0,2}$/;
/**
 * Decodes what users put into a secret or a file: PEM text with any line endings (also flattened to one line, with
 * literal `\n`, with a byte order mark, or in UTF-16 of either order, as Windows PowerShell writes it), base64 of PEM or DER with any
 * white space, or DER bytes; and any of these as `certutil -encode` wraps it. What cannot be read comes back without
 * blocks and without DER.
 *
 * @param from the input, and the path of a file, for error texts
 * @throws Failure `AZS350` when there are more blocks than anybody needs
 */
function decodeMaterial(material, from) {
    const bytes = typeof material === "string" ? Buffer.from(material) : material;
    const direct = withoutArmor(decodeBytes(bytes, from), from);
    if (direct !== undefined)
        return direct;
    const compact = toText(bytes).replace(/\s+/g, "");
    const inner = base64Text.test(compact) ? decodeBytes(Buffer.from(compact, "base64"), from) : undefined;
    return withoutArmor(inner, from) ?? { blocks: [] };
}
/** What `certutil -encode` made of a PEM file. */
function withoutArmor(material, from) {
    const [only, ...more] = material?.blocks ?? [];
    if (only?.kind !== "certificate" || more.length > 0 || only.der[0] === SEQUENCE)
        return material;
    return decodeBytes(only.der, from) ?? material;
}
/** RFC 7292: a PFX opens with its version, INTEGER 3, and a SEQUENCE; certificates and keys open otherwise. */
function isPfx(der) {
    return der.subarray(2, 10).includes(Buffer.from("02010330", "hex"));
}
/** Reads a certificate. Throws for one that is damaged; a time that is none shows only when it is asked for. */
function parseCertificate(der) {
    const certificate = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(der);
    const times = [certificate.validFromDate, certificate.validToDate];
    if (times.some((time) => Number.isNaN(time.getTime())))
        throw new Error("its times are none");
    return certificate;
}
/** Whether a certificate issued another. One with a key that OpenSSL cannot read issued none that could be told. */
function isIssuedBy(child, parent) {
    const key = publicKeyOf(parent);
    return key !== undefined && child.checkIssued(parent) && child.verify(key);
}
/** The key is read when it is asked for, and then may turn out to be damaged or of an unknown kind: undefined. */
function publicKeyOf(certificate) {
    try {
        return certificate.publicKey;
    }
    catch {
        return undefined;
    }
}
/** Reads DER of an unencrypted PKCS#8, PKCS#1 or SEC 1 private key; undefined when it is none of them. */
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
/** @param label of a block of PEM */
function isCertificateLabel({ label }) {
    return CERTIFICATE_LABELS.includes(label);
}
/** A certificate as a block of PEM. */
function certificateBlock(der) {
    return toBlock({ label: "CERTIFICATE", body: der.toString("base64") });
}
/** The labels OpenSSL reads certificates from, and those of the containers that hold some. */
const CERTIFICATE_LABELS = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];
const CONTAINER_LABELS = ["PKCS7", "PKCS #7 SIGNED DATA", "CMS", "PKCS12"];
const INTEGER = 0x02;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
/** A PFX and an unencrypted key open with their version, a ContentInfo of PKCS #7 (RFC 2315) with its type. */
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
/** Names the way Windows, the portal and RFC 4514 show them: most specific part first, on one line. */
function oneLine(name) {
    return name.split("\n").reverse().join(", ");
}
/** @throws Failure `AZS350` */
function checkNumber(certificates, from) {
    if (certificates.length > MOST_CERTIFICATES) {
        throw _errors_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateFailures */ .z.tooMany({ from, most: String(MOST_CERTIFICATES) });
    }
}
const MOST_NAMED = 5;
/** Names for an error: the first few, and how many more there are. */
function few(names, separator = ", ") {
    const more = names.length - MOST_NAMED;
    return names.slice(0, MOST_NAMED).join(separator) + (more > 0 ? ` and ${more} more` : "");
}
function isoDay(date) {
    return date.toISOString().slice(0, 10);
}
function decodeBytes(bytes, from) {
    // No text opens like this: over 127 bytes the length octet is no ASCII; in a shorter one, a key, an INTEGER follows.
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
/** By its byte order mark, else by where the zeros of plain letters are. */
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

/** Hundreds of certificates are compared in less than a second. */
const LONGEST_MS = 10_000;
/**
 * Starts the clock of work that certificates in somebody else's file can make long: each is compared with each other,
 * and their keys are as slow as who made them likes.
 *
 * @returns to be called again and again: throws Failure `AZS352` when the time is over
 */
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
/**
 * Finds the blocks of PEM text, each from a BEGIN line to the first END line with the same label; a BEGIN line without
 * one is text like any other. In linear time, whatever the text: each label's END lines are gone through once.
 *
 * @param most blocks more than this are not looked for
 * @returns up to `most` blocks and one
 */
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




/**
 * Leaves of the given certificates what a fingerprint vouches for: the root that has it, and the intermediates that
 * this root has signed, directly or through another one.
 *
 * The others are dropped. A fingerprint is given to be safe from a file that somebody changed on its way; were its other
 * roots trusted too, one more in the file would be all an attacker needs.
 *
 * @param fingerprint SHA-256 as `Root` has it
 * @param from the input, for error texts
 * @returns the root first; `dropped` in the order given
 * @throws Failure `AZS307` when no certificate has it, `AZS308` when one has that is no root, `AZS352`
 */
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
    // The loop goes on with what it adds.
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
/**
 * Finds the root with a fingerprint in the chain that a host presents.
 *
 * @param chain the server's certificate first; read from a connection that nothing verified
 * @param from the host, for error texts
 * @throws Failure `AZS308` when the fingerprint is of a certificate below the root, `AZS309` when the host presents no
 *   root, `AZS322` when its root is another one
 */
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



/**
 * Puts the certificates of PKCS #7 files (RFC 2315, `.p7b`; DER or PEM, also in BER) in their place.
 *
 * @param unreadable the error for one that holds none, or is damaged
 * @throws Failure `AZS353`, `AZS350`, or that error
 */
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
        // Left as ASN.1: forge knows no certificates with EC keys, and node:crypto reads them all.
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
// Node tells neither the key identifiers nor, before 24.9, the signature algorithm (runners ship 24.5 and later), and
// loading node-forge costs more than the rest of this room. Looking for the DER of the object identifier is enough for
// a warning: only a certificate that holds these very bytes elsewhere could mislead it.
const keyIdentifiers = [
    ["Subject Key Identifier", "0603551d0e"],
    ["Authority Key Identifier", "0603551d23"],
];
const weakSignatures = [
    ["MD5", "06092a864886f70d010104"], // md5WithRSAEncryption
    ["SHA-1", "06092a864886f70d010105"], // sha1WithRSAEncryption
    ["SHA-1", "06052b0e03021d"], // sha1WithRSASignature, which makecert writes
    ["SHA-1", "06072a8648ce3d0401"], // ecdsa-with-SHA1
];
/**
 * Reads the CA certificates of an input: PEM text with one or many, base64 of PEM or DER, or DER bytes.
 *
 * A chain file is taken as a whole, self-signed certificates first: intermediates are kept, because they help with a
 * stamp that does not send its own, and are no more trusted than the root they come with.
 *
 * @param material the input's text, or the file's bytes
 * @param from the input, and the path of a file, for error texts
 * @returns each certificate once
 * @throws Failure when there is no certificate, one is damaged, there is a private key (PEM, DER or PFX), or there are
 *   too many
 */
function readRoots(material, from) {
    return rootsOf((0,_material_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeMaterial */ .ev)(material, from), from);
}
/** Like `readRoots`, for what users give: also the PKCS #7 (`.p7b`) that Windows exports chains in. */
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
/**
 * Decides whether a certificate may be trusted as a CA of the stamp.
 *
 * A self-signed certificate of X.509 version 1 is refused as no CA: nothing tells an old root from a server certificate
 * that was made with `openssl x509 -req`, whose key could then sign for any host; and az 2.77 and later refuse it too.
 *
 * @param from as for `readRoots`
 * @param all what `readRoots` gave: an intermediate whose issuer is among them needs no warning
 * @returns what the user should know but need not act on now
 * @throws Failure when the certificate is no CA, has expired or is not valid yet
 */
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
/**
 * Judges the certificates of an input together. What must not be trusted is left out where a root is there that may be:
 * people pass whole lists and chains, with an old root or the server's own certificate among them.
 *
 * @returns those to trust, and what the user should know, what was left out in one warning; or, when none of the roots may
 *   be trusted, why each certificate is refused
 */
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
/** What is wrong with a public root is known to those who keep the public lists. */
function isPublic({ pem }) {
    publicRoots ??= new Set(node_tls__WEBPACK_IMPORTED_MODULE_1__.rootCertificates.map(withoutSpace));
    return publicRoots.has(withoutSpace(pem));
}
let publicRoots;
/** Node's list has lines of another length. */
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
        // https://github.com/Azure/azure-cli/issues/32108: Python 3.13 verifies with VERIFY_X509_STRICT
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

/***/ 4523:
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

/** What Azure/login's JSON, or az's, calls the secret, and what people call it; it is the name of a vault's address, too. */
const SECRET_FIELD = /^(?!key-?vault).*(?:secret|password|passwd|key|token|certificate|assertion)/i;
const SHORT = 15;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^\.?(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
/** An address without what could open it. */
const ADDRESS = /^https:\/\/([^./:@?#][^/:@?#]*)(?::\d{1,5})?\/?$/i;
/** The object in a text of JSON; undefined when it is none. */
function parseObject(text) {
    try {
        // PowerShell writes files with a byte order mark.
        const value = JSON.parse(text.replace(/^\uFEFF/, ""));
        return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * What is secret in `creds`: the secret of its JSON, and all of it when it cannot be read; doubtful is what looks like one,
 * since it may stand in the wrong field. IDs and addresses are public, and stand in the log by right.
 */
function secretsIn(creds) {
    const object = parseObject(creds);
    if (object === undefined)
        return { sure: [creds], doubtful: [] };
    const values = valuesIn(object).filter(({ value }) => value !== "");
    const isNamed = ({ field }) => SECRET_FIELD.test(field);
    // In a field of another name: a GUID, a domain with or without a leading dot, an address.
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

/** Inputs that are secret whatever stands in them. */
const SECRETS = ["client-secret", "client-certificate-password", "password", "creds"];
/** What is secret in one of them, for sure or maybe. */
function secretsOf(name, text) {
    return name === "creds" ? secretsIn(text) : { sure: [text], doubtful: [] };
}
/** Spaces may belong to a secret; the line break that an editor or `gh secret set < file` left at its end never does. */
function readSecret(text) {
    return text.trim() === "" ? "" : text.replace(/[\r\n]+$/, "");
}
/**
 * Keeps the secret inputs out of what a post step says; the CI masks them since the step itself. Certificates are not
 * read again: a secure file would be downloaded for it, and post has nothing to do with their keys.
 */
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
/**
 * Fields of the JSON, the inputs they stand for, and their form: a secret that stands in the wrong field must not be shown
 * as one that is malformed. The first name is that of Azure/login (its README, "creds") and of `az ad sp
 * create-for-rbac --sdk-auth`, the second that of the command without that option.
 */
const FIELDS = [
    { names: ["resourceManagerEndpointUrl"], input: "endpoint", form: /^(https?:\/\/)?[a-z0-9.:/-]+$/i },
    { names: ["tenantId", "tenant"], input: "tenant-id", form: /^[a-z0-9]+([.-][a-z0-9]+)*$/i },
    { names: ["clientId", "appId"], input: "client-id", form: creds_GUID },
    { names: ["clientSecret", "password"], input: "client-secret", form: ANYTHING },
    { names: ["subscriptionId"], input: "subscription-id", form: creds_GUID },
];
/**
 * Fills inputs that are not given from the JSON in `creds`. What is wrong with it is said without showing any of it:
 * JSON.parse quotes the text at the place where it fails.
 *
 * @param offersIdTokens whether the job can do without a secret
 */
function withCreds(raw, problems, offersIdTokens) {
    if (raw.creds === "")
        return raw;
    const creds = parseObject(raw.creds);
    if (creds === undefined) {
        problems.add(inputs/* inputFailures */.M.credsUnreadable({}));
        // What is missing may well stand in there.
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
/** What a login needs of `creds`, where no input brings another credential. */
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
/** Only names that are known: a secret may stand in a field's name. */
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

/**
 * Reads the endpoint as people paste it: with or without scheme, in any case, with trailing slashes.
 *
 * @throws Failure `AZS101` to `AZS106`, each with the endpoint to set instead
 */
function readEndpoint(text) {
    if (text === "")
        throw inputs/* inputFailures */.M.endpointMissing({});
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    // As DNS tools write a name that is complete; certificates and Host headers have none.
    if (url !== null)
        url.hostname = url.hostname.replace(/\.$/, "");
    if (url === null || url.hostname.split(".").length < 3)
        throw inputs/* inputFailures */.M.endpointInvalid({ value: withoutSecrets(text) });
    const suggestion = `https://${suggestedHost(url.host)}`;
    if (url.username !== "" || url.password !== "")
        throw inputs/* inputFailures */.M.endpointUserInfo({ suggestion });
    if (url.protocol !== "https:")
        throw inputs/* inputFailures */.M.endpointInsecure({ value: `${url.protocol}//${url.host}`, suggestion });
    // Before its parts: a portal's address comes from a browser, with a fragment.
    if (suggestedHost(url.host) !== url.host)
        throw inputs/* inputFailures */.M.endpointPortal({ host: url.host, suggestion });
    const part = unexpectedPart(url);
    if (part !== undefined)
        throw inputs/* inputFailures */.M.endpointParts({ part, suggestion });
    return { url: url.origin, hostname: url.hostname };
}
/** Portals have the stamp's name with another first label; people paste them since that is what their browser shows. */
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
/** People paste URLs with credentials in them: nothing before an @ or behind a ? is shown. */
function withoutSecrets(text) {
    return text.slice(text.lastIndexOf("@") + 1).replace(/[?#].*/s, "");
}

// EXTERNAL MODULE: ./build/inputs/file-or-content.js
var file_or_content = __nccwpck_require__(5308);
;// CONCATENATED MODULE: ./build/inputs/problems.js


/** Errors that are listed; a list in one input can have thousands of wrong entries. */
const MOST_LISTED = 30;
/** Collects what is wrong with the inputs, so that one run reports all of it. */
class Problems {
    #found = [];
    #forgiven = new Set();
    add(failure) {
        if (!this.#forgiven.has(failure.code))
            this.#found.push(failure);
        return undefined;
    }
    /** Leaves out problems of these codes from now on: they follow from one that is in the list. */
    forgive(...codes) {
        for (const code of codes)
            this.#forgiven.add(code);
    }
    /** Runs a reader; a `Failure` it throws is collected and the value is missing. */
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
    /** Throws what was found: one problem as itself, several as one list. */
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



/** So much of a credential is worth nothing. */
const doubtful_SHORT = 15;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const doubtful_GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What values of these look like, almost without exception; a short password can look like any other name. */
const FORMS = {
    "client-id": [doubtful_GUID],
    // Words and addresses are no secrets, and the user should see what is wrong with them.
    "tenant-id": [doubtful_GUID, HOST, /\s/, /^https:\/\//],
    username: [/[@\\]/],
};
/** Inputs that take a path, of a file that is there or of one that will be. */
const PATHS = ["az-path", "az-wheels", "sample-config"];
/**
 * What of a value, in an input that is for no credential, looks like a credential all the same: somebody may have put it
 * into the wrong input. Names, hosts, paths, GUIDs and fingerprints do not.
 *
 * @returns empty when nothing does
 */
function doubtfulPart(input, value) {
    if (value.length > doubtful_SHORT && FORMS[input]?.every((form) => !form.test(value)))
        return value;
    const url = URL.parse(value.includes("://") ? value : `https://${value}`);
    // A host is not in doubt; behind it may be what opens it.
    const rest = url !== null && HOST.test(url.hostname) ? url.pathname + url.search + url.hash : value;
    const fine = rest.length <= doubtful_SHORT ||
        (0,shown/* isPlain */.$i)(rest) ||
        (input === "ca-fingerprint" && (0,shown/* isFingerprint */.Zv)(rest)) ||
        (PATHS.includes(input) && isPlace(value));
    return fine ? "" : rest;
}
/** A file or folder that is there, or a plain name in a folder that is. */
function isPlace(value) {
    return (0,external_node_fs_.existsSync)(value) || ((0,shown/* isPlain */.$i)(external_node_path_.basename(value)) && (0,external_node_fs_.existsSync)(external_node_path_.dirname(value)));
}

// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __nccwpck_require__(1457);
;// CONCATENATED MODULE: ./build/inputs/raw.js







const CERTIFICATES = ["client-certificate", "ca-certificate"];
const { endpointMissing: raw_endpointMissing, missing, noCredential: raw_noCredential } = inputs/* inputFailures */.M;
const raw_MISSING = [raw_endpointMissing.code, missing.code, raw_noCredential.code];
/** Reads every input as text and masks the secret ones before anything else looks at them. */
async function readRaw(host, problems) {
    const raw = { ...input_names/* INPUT_DEFAULTS */.W };
    for (const name of input_names/* INPUT_NAMES */.Q) {
        const verbatim = SECRETS.includes(name);
        const given = await problems.collect(() => host.input(name, { verbatim }));
        // What seems to be missing then may be what could not be had.
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
/** A path must stay readable in errors; anything else may hold a key, but for roots, which are public. */
async function hideCertificate(name, text, mask) {
    const content = (0,inputs_content/* contentIn */.fd)(text);
    if (content === undefined && (await (0,file_or_content/* isListOfPaths */.aq)(text)))
        return;
    if (name === "ca-certificate" && content !== undefined && (await isPublic(content)))
        return;
    for (const secret of new Set([text, content ?? text].map(withoutDump)))
        mask(secret);
}
/**
 * Without the text that OpenSSL prints beside a certificate in PEM: it names the stamp's own hosts, which later steps need.
 * A line with as much as a part of a key in it stays.
 */
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
/** The URL of a package index may hold a user and a password, and so may any other that was copied from a browser. */
function hideUserInfo(text, mask) {
    const userInfo = /^\w+:\/\/(.*)@/s.exec(text)?.[1] ?? "";
    // Not the user by itself, which may be a word of the log, unless it is the token.
    const password = userInfo.slice(userInfo.indexOf(":") + 1);
    const parts = new Set([userInfo, password, decoded(userInfo), decoded(password)]);
    for (const part of parts)
        if (part !== "")
            mask(part);
}
/** As it is when it is no URL encoding after all. */
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

/**
 * Reads the SHA-256 fingerprint of one certificate: hex in any case, with colons or spaces or without. Windows puts an
 * invisible mark (U+200E) before what is copied from its certificate dialog.
 *
 * @returns upper-case hex with colons, as node:crypto and OpenSSL write it; undefined when nothing was given
 * @throws Failure `AZS124`, and `AZS125` for a SHA-1 thumbprint
 */
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




/**
 * Reads the CA certificates from the file in which the Linux agent of a VM (WALinuxAgent) keeps what the platform gave
 * the VM: PEM as `openssl pkcs12 -nodes` writes it. On a stamp the stamp's CA is among it. There are also certificates
 * of the VM, from a vault or for the settings of extensions, with their private keys: they are passed over, and so is a
 * CA whose key is in the file, since the stamp gives its own key to nobody.
 *
 * @param from as for `readRoots`
 * @returns those that may be trusted, with warnings for them and one for those that may not
 * @throws Failure `AZS350`; `AZS302` when a certificate is damaged; `AZS326` when no CA is there; when none of those that are may
 *   be trusted, the reason of the first
 */
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
/** The file is the agent's: a key that this OpenSSL cannot read is nobody's concern here. */
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
;// CONCATENATED MODULE: ./build/inputs/waagent.js




/** A VM with a dozen extensions has a dozen certificates. */
const MOST_BYTES = 5_000_000;
/**
 * Reads the CA certificates that a stamp gave the VM this runner is on. The agent's folder is closed to all but root
 * (azurelinuxagent, daemon/main.py: mode 0700), so the file is read with a `sudo` that asks for no password where it
 * must be; the private keys that may be in it are seen by this process only.
 *
 * @param file the agent's `Certificates.pem`
 * @param input for error texts
 * @throws Failure `AZS324`, `AZS325`, `AZS341`, `AZS342`, and those of `readAgentRoots`
 */
async function readAgentFile(file, input, now, processes) {
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
/**
 * Reads `ca-certificate` and `ca-fingerprint`. The word `waagent` may stand alone or in the list of paths; a file of
 * that name is `./waagent`.
 *
 * @param processes for `sudo`, where only root may read the agent's file
 */
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
    // What is dropped is not trusted anyway, and so need not be fit for it.
    const judged = judge(given.filter(({ root }) => pinned.kept.includes(root)), problems, now);
    const roots = pinned.kept.filter((root) => judged.roots.includes(root) || agent.roots.includes(root));
    const left = pinned.dropped.map(({ subject }) => `"${subject}" in ${INPUT} is not trusted: ca-fingerprint is another's.`);
    return { roots, caFingerprint, warnings: few([...judged.warnings, ...agent.warnings, ...left]) };
}
const MOST_WARNINGS = 5;
/** A list of public roots has dozens of which there is something to say. */
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




/** Kinds of credentials that the samples can log in with. */
const WRITABLE = ["secret", "certificate"];
/**
 * Reads where the samples' file is wanted.
 *
 * @param kind of the credential; undefined when there is none that works
 * @returns the file's absolute path; undefined when it is not wanted
 */
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
        return "what stands there is a symbolic link or no plain file";
    const writable = await (0,promises_.access)(folder, external_node_fs_.constants.W_OK).then(() => true, () => false);
    return writable ? undefined : `the folder ${folder} may not be written`;
}
/** What is checked out must not choose where the secret goes; outside the workspace, links are the machine's own. */
async function expected(folder) {
    const below = external_node_path_.relative(".", folder);
    if (below.split(external_node_path_.sep)[0] === ".." || external_node_path_.isAbsolute(below))
        return (0,promises_.realpath)(folder);
    return external_node_path_.join(await (0,promises_.realpath)("."), below);
}

;// CONCATENATED MODULE: ./build/inputs/wheels.js



/**
 * Reads where packages of az come from: a folder of wheels, or the URL of a package index.
 *
 * @throws Failure `AZS113`, `AZS119`
 */
async function readWheels(value) {
    if (value === "")
        return undefined;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
        const url = URL.parse(value);
        if (url !== null && isSafe(url))
            return { index: value };
        // Nothing before an @ is shown: it may be a password, however it was meant.
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
/** pip itself refuses plain http but on this machine. */
function isSafe({ protocol, hostname }) {
    return protocol === "https:" || (protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

;// CONCATENATED MODULE: ./build/inputs/inputs.js











/**
 * Reads and checks all inputs; nothing on the machine is changed.
 *
 * @param started reads what only root may read
 * @throws Failure with every problem found, each with its fix
 */
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
        /** YAML 1.2 core schema, section 10.2.1.2 of the specification: exactly these spellings. */
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
        /** Resource Manager compares namespaces without case. */
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
/** Starts the clock. @param milliseconds until the time is up, without the work done aside */
function startDeadline(milliseconds) {
    const controller = new AbortController();
    let left = milliseconds;
    let aside = 0;
    let since = 0;
    let timer;
    const run = () => {
        since = performance.now();
        // The clock alone keeps no step running.
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

// EXTERNAL MODULE: ./build/io/processes.js + 14 modules
var processes = __nccwpck_require__(4616);
// EXTERNAL MODULE: ./build/errors/file-codes.js
var file_codes = __nccwpck_require__(5205);
// EXTERNAL MODULE: ./build/errors/files.js
var errors_files = __nccwpck_require__(7957);
;// CONCATENATED MODULE: ./build/io/runner-files.js



/**
 * The error for a file that the runner could not write.
 *
 * @param error whatever was caught
 * @returns the error itself when it is about something else
 */
function ofRunner(error, { ci, temporaryFolder: folder }) {
    if (error instanceof errors_failure/* Failure */.H || !(error instanceof Error))
        return error;
    const { code = "", path } = error;
    // What is said of a path says something of the runner only where the path is the runner's.
    const reason = file_codes/* DISK_REASONS */.I[code] ?? (path?.startsWith(folder) ? file_codes/* PATH_REASONS */.C[code] : undefined);
    return reason === undefined ? error : errors_files/* fileFailures */.q.runnerUnwritable({ file: path ?? folder, reason, ci }, error);
}

// EXTERNAL MODULE: ./build/journal/kind.js
var kind = __nccwpck_require__(7872);
;// CONCATENATED MODULE: ./build/job/stages.js
/** Runs the stages of a job, each with one line in the log: its name, what came out of it, and the time it took. */
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









/** For all that the step waits for; a step ends within two minutes, and undoing takes time, too. */
const WAITING_MS = 100_000;
/**
 * Logs the runner in to a stamp. What was changed on the machine is undone at once when a later stage fails.
 *
 * @throws Failure
 */
async function login(host, now = new Date()) {
    host.group("azs-login");
    const stage = stages(host);
    const deadline = startDeadline(WAITING_MS);
    try {
        requireNode();
        const given = await stage("inputs", 
        // What is started only reads, and ends by itself: post need not wait for it.
        () => readInputs(host, now, (0,processes/* processes */.u)(host.environment, kind/* UNRECORDED */.ce)), ({ endpoint, credential }) => `${credential.kind} of ${(0,inputs_credential/* bearerOf */.DH)(credential)} for ${endpoint.url}`);
        // Most of the program is read here, once the inputs are known to be right.
        const { logInWith } = await Promise.all(/* import() */[__nccwpck_require__.e(33), __nccwpck_require__.e(199), __nccwpck_require__.e(525), __nccwpck_require__.e(642)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9642));
        const report = await logInWith(given, host, stage, deadline, now);
        host.endGroup();
        await report();
    }
    catch (error) {
        host.endGroup();
        throw ofRunner(error, host);
    }
}
/**
 * Checks that this Node can trust a root at run time: the first runners with `node24` have 24.4, which cannot.
 *
 * @throws Failure `AZS902`
 */
function requireNode() {
    if (typeof external_node_tls_.setDefaultCACertificates !== "function")
        throw internal/* internalFailures */.T.runnerTooOld({ node: process.versions.node });
}

;// CONCATENATED MODULE: ./build/entry/login.js




/** Errors may be each other's cause. */
const DEEPEST = 10;
/** The step on any host: a failure becomes one annotation; its stack shows with debug logging only. */
async function runLogin(host) {
    (0,streams/* hearOthers */.az)(host.debug);
    process.on("uncaughtException", (error) => {
        report(error, host);
        // Nobody knows what state this process is in; post undoes what it did. To a CI that cannot be told anything any more,
        // the exit code is all that says so.
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

/***/ 3008:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(613);
/* harmony import */ var _host_pipelines_vault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4965);
/* harmony import */ var _host_pipelines_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1945);
/* harmony import */ var _inputs_input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1457);
/* harmony import */ var _login_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4523);





await (0,_login_js__WEBPACK_IMPORTED_MODULE_4__/* .runLogin */ .J)((0,_host_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .pipelinesHost */ .I)(_inputs_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUT_NAMES */ .Q));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
/** `AZS3xx`: certificates, keys and trust. `from` names the input and, for a file, its path. */
const certificateFailures = {
    caUnreadable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS301", "CA certificate cannot be read", ({ from }) => ({
        problem: `${from} holds no certificate that can be read.`,
        fix: "pass the stamp's root as a path to a file (PEM, DER, or PKCS #7 such as .p7b), as PEM text, or as base64 of one of " +
            "them; `openssl x509 -in root.pem -noout -subject` shows whether a file holds a certificate.",
    })),
    caDamaged: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS302", "CA certificate is damaged", (names) => ({
        problem: `certificate ${names.position} in ${names.from} is damaged: it cannot be decoded.`,
        fix: "copy it again as a whole, its BEGIN and END lines included; `openssl x509 -in root.pem -noout -text` checks it.",
    })),
    caPrivateKey: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS303", "CA input holds a private key", ({ from }) => ({
        problem: `${from} holds a private key; to trust a root, only its certificate is needed.`,
        fix: "pass the certificate only (`openssl x509 -in root-with-key.pem -out root.pem`; from a PFX: `openssl pkcs12 -in " +
            "root.pfx -nokeys -out root.pem`), remove the key from the place this input comes from, and treat it as disclosed.",
    })),
    caNotAuthority: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS304", "Certificate is no CA", (names) => ({
        problem: `${names.from} holds "${names.subject}", which is no CA certificate.`,
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
        problem: `ca-fingerprint is ${names.fingerprint}, but ${names.from} holds ${names.found}.`,
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
        problem: `${from} holds neither PEM blocks nor a PFX.`,
        fix: "pass a path to a PEM or PFX file, PEM text, or base64 of PEM or PFX (`base64 -w0 client.pfx`); a secret of " +
            "several lines must keep its line breaks.",
    })),
    clientDamaged: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS311", "Client certificate is damaged", (names) => ({
        problem: `${names.part} in ${names.from} cannot be decoded.`,
        fix: "copy it again as a whole, and test the file: `openssl pkey -in client.pem -noout`, `openssl x509 -in client.pem " +
            "-noout`, `openssl pkcs12 -in client.pfx -noout`.",
    })),
    clientWithoutKey: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS312", "Client certificate without private key", ({ from }) => ({
        problem: `${from} holds a certificate but no private key.`,
        fix: exportWithKey,
    })),
    clientWithoutCertificate: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS313", "Private key without client certificate", ({ from }) => ({
        problem: `${from} holds a private key but no certificate.`,
        fix: "add the certificate that is registered with the application: `cat key.pem certificate.pem > client.pem`.",
    })),
    clientKeyMismatch: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS314", "Private key does not match the certificate", (names) => ({
        problem: `the private key in ${names.from} belongs to none of the certificates there (${names.subject}).`,
        fix: "put the key and the certificate of the same pair together; `openssl pkey -in key.pem -pubout` and `openssl x509 " +
            "-in certificate.pem -pubkey -noout` must print the same.",
    })),
    clientSeveralKeys: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS315", "Several private keys", (names) => ({
        problem: `${names.from} holds ${names.count} private keys, and azs-login cannot tell which one to use.`,
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
    agentFileMissing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS324", "No file of the Linux agent", ({ path }) => ({
        problem: `ca-certificate is waagent, but there is no ${path}: only Linux VMs inside a stamp have that file.`,
        fix: "run the job on such a VM, or pass the root itself as ca-certificate (a path, PEM text or base64).",
    })),
    agentFileUnreadable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS325", "File of the Linux agent cannot be read", (names) => ({
        problem: `ca-certificate is waagent, but ${names.path} cannot be read: ${names.reason}.`,
        fix: "only root may read it: run the runner as root, let its user run `sudo -n cat " +
            `${names.path}\` without a password, or copy the stamp's root from it to a file and pass that as ca-certificate.`,
    })),
    tooMany: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS350", "Too many certificates", (names) => ({
        problem: `${names.from} holds more than ${names.most} certificates or keys.`,
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
        problem: `${input} holds ${count} more certificates that are refused for reasons like these.`,
        fix: "pass the stamp's root alone.",
    })),
    agentWithoutCa: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS326", "No CA in the file of the Linux agent", (names) => ({
        problem: `${names.from} holds no CA certificate of a stamp (certificates in it: ${names.count}).`,
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

/** The error every room throws on purpose: a stable code of the catalogue, a problem and its fix. */
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
/** Characters of one name in an error: an answer, a list. Nobody reads more, and nobody's text is to fill the log. */
const LONGEST_NAME = 1500;
/**
 * Adds an error to the catalogue. A name that is too long is cut, whoever's it is.
 *
 * @param code stable code, `AZS` and three digits; never reused for another meaning
 * @param title heading in docs/errors.md
 * @param text makes problem and fix from the names involved; the names are strings, so that the documentation can
 *   be generated by passing placeholders
 * @param longest characters of one name
 */
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
/** What Linux, macOS and Windows say of a disk, whatever the file, in plain words (errno(3)). */
const DISK_REASONS = {
    ENOSPC: "no space, or no inode, is left on the device",
    EDQUOT: "the user's disk quota is used up",
    EROFS: "the file system is read-only",
    EIO: "the device reports an error",
    EMFILE: "too many files are open",
    ENFILE: "too many files are open",
};
/** What they say of a path, such as a folder that files are to be made in. */
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


/** `AZS34x`: files that inputs name by their path. */
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



/** Characters of what is wrong with all inputs together. */
const LONGEST_LIST = 20_000;
/** `AZS1xx`: the inputs. `input` is the name in action.yml; values of secret inputs never appear. */
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
    credsUnreadable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS122", "Not the JSON of creds", (_) => ({
        problem: "creds is not the JSON object of Azure/login or az ad sp create-for-rbac. It may hold a secret, so it is not shown.",
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

/** `AZS9xx`: what should not happen. */
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
/** What helps on the CI that the job runs on; in the documentation, what helps on each. */
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
/** So much of any text may be shown, whatever it is: too little of a credential to be worth anything. */
const SHORT = 15;
const HEAD = 8;
/** Longer than any value of an input that is not a credential. */
const LONGEST_VALUE = 120;
const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const LONGEST_WORD = 24;
/** Random characters in a path, as mkdtemp and mktemp give them to temporary folders; in a short text, fewer. */
const MOST_RANDOM = 10;
const MOST_RANDOM_IN_SHORT = 6;
const SHORT_TEXT = 32;
/** Where one word ends and the next begins in `AzureADTokenExchange`; random letters make shorter ones. */
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const SHORTEST_WORD = 3;
/** Letters that hardly a language has without a vowel. */
const CLUSTER = /[bcdfghjklmnpqrstvwxz]{7}/i;
/** Signs of base64 and of generated secrets. */
const SIGNS = /[+=~]/g;
/**
 * Whether a text is made of words, as names, paths and URLs are, and not of random characters, as a key, a token or base64
 * is. A word or two of random characters, as in the name of a temporary folder, may be among them; a passphrase looks
 * like words too.
 */
function isPlain(text) {
    const words = text.replaceAll(GUID, " ").split(/[^\p{L}\p{N}]+/u);
    const signs = text.match(SIGNS)?.length ?? 0;
    const random = words.reduce((sum, word) => sum + randomIn(word), 2 * signs);
    return random <= (text.length < SHORT_TEXT ? MOST_RANDOM_IN_SHORT : MOST_RANDOM);
}
/** How many characters of a word are none of a word's: `2108` and `AzureStack` have none, `contoso2` has one, `k3V8Q` five. */
function randomIn(word) {
    if (/^\d{0,10}$/.test(word))
        return 0;
    const [, letters = "", digits = ""] = /^(\p{L}+)(\d{0,4})$/u.exec(word) ?? [];
    const humps = letters === "" ? [] : letters.split(HUMPS);
    if (humps.length === 0 || humps.some((hump) => hump.length > LONGEST_WORD || CLUSTER.test(hump)))
        return word.length;
    return humps.filter((hump) => hump.length < SHORTEST_WORD).join("").length + digits.length;
}
/** Whether a text is made of SHA-1 or SHA-256 fingerprints, in any spelling. They are public. */
function isFingerprint(text) {
    const digits = text.replace(/^\s*sha-?(?:1|256)\b/i, "").replaceAll(/[\s:=,\u200e-]/g, "");
    return /^(?:[0-9a-f]{40}|(?:[0-9a-f]{64})+)$/i.test(digits);
}
/**
 * A value of a user as an error shows it: as it is when it is short or plain; else, since a credential may stand in the
 * wrong input, its head only.
 */
function shown(value) {
    if (value.length <= SHORT || (value.length <= LONGEST_VALUE && isPlain(value)) || isFingerprint(value))
        return value;
    return `${value.slice(0, HEAD)}… (${value.length} characters)`;
}
/**
 * A text of at most `longest` characters and a note: its head and, since errors stand at the end of what programs write,
 * its tail.
 */
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

// The first import of each program: task-lib writes while it is loaded.
(0,_streams_js__WEBPACK_IMPORTED_MODULE_0__/* .captureStreams */ .SD)();


/***/ }),

/***/ 4965:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var azure_pipelines_task_lib_vault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4059);


const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32);
/**
 * To be imported before task-lib, which writes the key of what it keeps secret to Agent.TempDirectory while it is loaded,
 * and reads it again each time. Where it cannot (a full disk, a container that mounts the folder read-only), it ends the
 * step without a word and as a success, and the post step without undoing anything. The key needs no file: both the key
 * and what it opens are in this process.
 */
Object.assign(azure_pipelines_task_lib_vault_js__WEBPACK_IMPORTED_MODULE_1__.Vault.prototype, { genKey: () => undefined, getKey: () => key });


/***/ }),

/***/ 1945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ pipelinesHost)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: ./node_modules/azure-pipelines-task-lib/task.js
var task = __nccwpck_require__(358);
var task_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(task, 2);
;// CONCATENATED MODULE: ./build/host/bounded-body.js
/** Milliseconds for one request to a CI, for its answer, and for all tries together. */
const TIMEOUT_MS = 20_000;
/**
 * Not the clients' own ways to read a body, which read on for as long as something comes.
 *
 * @throws Error when it is longer than `mostBytes`, or does not end in time
 */
async function bodyOf(body, mostBytes) {
    const late = setTimeout(() => body.destroy(new Error("its answer does not end")), TIMEOUT_MS);
    try {
        const pieces = [];
        let bytes = 0;
        for await (const piece of body) {
            bytes += piece.length;
            // Leaving the loop ends the connection.
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
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/host/id-token-request.js


const PAUSES_MS = [500, 1000, 2000];
/** An ID token is a few kilobytes long. */
const MOST_BYTES = 200_000;
class NoIdToken extends Error {
    trouble;
    constructor(message, trouble, cause) {
        super(message, { cause });
        this.trouble = trouble;
    }
}
/**
 * Asks a CI for an ID token, again where that may help: after a connection error, 408, 429 and 5xx.
 *
 * @param ask sends one request, without tries of its own
 * @param field of the answer's JSON that holds the token
 * @throws Error with a `trouble` when there is none
 */
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
        await (0,external_node_timers_promises_.setTimeout)(wait);
    }
}
/** The clients' own time-outs begin when there is a socket: not while a proxy says nothing to CONNECT. */
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
/** A number of seconds (RFC 9110, section 10.2.3); of a date nothing is made. */
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

;// CONCATENATED MODULE: ./build/host/azure-devops.js


/** A secure file of the server has 10 MB at most; certificates are far smaller. */
const azure_devops_MOST_BYTES = 1_000_000;
/** An agent may be set up not to verify its server; what is asked for here are credentials. */
const VERIFIED = { ignoreSslError: false, socketTimeout: TIMEOUT_MS };
function options({ proxy, cert }) {
    return { ...VERIFIED, ...(proxy === undefined ? {} : { proxy }), ...(cert === undefined ? {} : { cert }) };
}
/**
 * Downloads a secure file of the project's library, as azure-pipelines-tasks-securefiles-common does, but to memory.
 *
 * @throws Error when it cannot be had
 */
async function downloadSecureFile(server, id, ticket) {
    // The library still uses url.parse, of which Node would warn in the log.
    process.noDeprecation = true;
    const [{ TaskAgentApi }, { BearerCredentialHandler }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(184), __nccwpck_require__.e(701)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 9701, 19)),
        __nccwpck_require__.e(/* import() */ 954).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6954, 19)),
    ]);
    const bearer = new BearerCredentialHandler(server.accessToken);
    const api = new TaskAgentApi(server.url, [bearer], {
        ...options(server),
        allowRetries: true,
        maxRetries: 3,
    });
    const file = (await api.downloadSecureFile(server.project, id, ticket, false));
    const content = await bodyOf(file, azure_devops_MOST_BYTES);
    if (file.statusCode !== 200)
        throw new Error(`status ${file.statusCode}`);
    return content;
}
/**
 * Asks for an ID token of the job for a service connection; its audience is always `api://AzureADTokenExchange`
 * (docs/service-connections/azure-oidc of microsoft/azure-pipelines-tasks; AzurePipelinesCredential of @azure/identity).
 *
 * @param uri `System.OidcRequestUri`, which a step of the job may have set
 * @throws Error when there is none
 */
async function requestIdToken(server, uri, connection) {
    const [{ HttpClient }, { BearerCredentialHandler }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 184).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6184, 19)),
        __nccwpck_require__.e(/* import() */ 954).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6954, 19)),
    ]);
    const request = new URL(uri);
    if (!isOf(server, request))
        throw new Error(`System.OidcRequestUri leads to ${request.origin}, not to ${server.url}`);
    request.searchParams.set("api-version", "7.1");
    request.searchParams.set("serviceConnectionId", connection);
    const client = new HttpClient("azs-login", [new BearerCredentialHandler(server.accessToken)], {
        ...options(server),
        allowRedirects: false,
    });
    // Else an expired token is answered with the page of a login, status 203.
    const headers = { "Content-Type": "application/json", "X-TFS-FedAuthRedirect": "Suppress" };
    const asked = { url: request.href, proxy: proxyOf(server) };
    return idTokenFrom(() => client.post(request.href, "", headers), "oidcToken", asked);
}
function proxyOf({ proxy }) {
    const url = URL.parse(proxy?.proxyUrl ?? "");
    if (url === null)
        return undefined;
    url.username = proxy?.proxyUsername ?? "";
    url.password = proxy?.proxyPassword ?? "";
    return url.href;
}
/** An organization of Azure DevOps Services has two addresses. */
function isOf(server, { origin, protocol, hostname }) {
    const own = URL.parse(server.url);
    const isServices = (host = "") => host === "dev.azure.com" || host.endsWith(".visualstudio.com");
    return own?.origin === origin || (protocol === "https:" && isServices(hostname) && isServices(own?.hostname));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./build/errors/shown.js
var shown = __nccwpck_require__(3071);
;// CONCATENATED MODULE: ./build/host/masks.js
/** Shorter lines of a multi-line secret say nothing, but masking them (`}`, `==`) would garble the whole log. */
const SHORTEST_LINE = 4;
/** A runner compares each line of the log of a job with each mask. */
const MOST_LINES = 1000;
/**
 * What the runner is to mask in whatever is printed from now on, by later steps too: a secret as a whole if it is one
 * line, else line by line, since runners match masks against single lines; as it is, without quotes around it, and as
 * URLs and JSON write it. Runners know some more forms by themselves.
 */
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
/** What a URL, a form, JSON, a shell or HTML write for a character. */
const ESCAPE = /%(?<url>[0-9a-f]{2})|\\u(?<json>[0-9a-f]{4})|\\u\{(?<point>[0-9a-f]{1,6})\}|\\x(?<hex>[0-9a-f]{2})|\\(?<octal>[0-3][0-7]{2})|\\(?<sign>[nrtbf"'\\/])|&#x(?<entityHex>[0-9a-f]{1,4});|&#(?<entity>\d{1,5});|&(?<name>amp|lt|gt|quot|apos|nbsp);/gi;
const SIGNS = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const NAMES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
/** Text that was escaped more often was made to mislead. */
const MOST_LEVELS = 3;
/** The text as it is, and with its escapes decoded, once and again while there are any. */
function readings(text) {
    const all = [asIs(text)];
    for (let view = all[0]; view !== undefined && all.length <= MOST_LEVELS;) {
        view = decoded(view);
        if (view !== undefined)
            all.push(view);
    }
    return all;
}
/** Letters and digits of ASCII alone, in lower case: what is left of a secret after quoting, wrapping, joining and cleaning. */
function letters(view) {
    return filtered(view, /[a-z0-9]/i);
}
/** All but white space, in lower case: for secrets that are mostly signs. */
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

/** A shorter secret is a word of the log as likely as not; the runner's own masks know it. */
const SHORTEST = 4;
/** Longer texts are no input's, but a file's that somebody put into one. GitHub's secrets have 48 kB at most. */
const LONGEST_SECRET = 100_000;
/** What is no secret in one: the armor of PEM and what OpenSSL writes around it, the names of fields in JSON. */
const PUBLIC = /-----(?:BEGIN|END) [A-Z0-9 ]+-----|^[ \t]*(?:(?:Bag|Key) Attributes|localKeyID:|friendlyName:|subject=|issuer=|Proc-Type:|DEK-Info:).*$|\\?["'][a-z]{2,40}\\?["']\s*:/gim;
/**
 * Secrets, found in a text by their fragments: text that is cut, joined, quoted, wrapped, escaped, encoded, lower-cased or
 * cleaned of some characters still has runs of the secret's letters. Short secrets are found as a whole.
 */
class Fragments {
    #pending = new Set();
    #windows = new Set();
    #whole = new Set();
    #window;
    /** @param window characters of a secret that are found wherever they stand together, in whatever form */
    constructor(window) {
        this.#window = window;
    }
    add(secret) {
        this.#pending.add(secret.slice(0, LONGEST_SECRET));
    }
    /** Ranges may overlap. */
    rangesIn(text) {
        // Made when a text is there to look through: a step that says nothing pays nothing.
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
/** The secret as it is, as a URL writes it, and what it is when it is base64 itself. */
function formsOf(secret) {
    const text = secret.replaceAll(PUBLIC, "\n");
    const inner = contentOf(text)?.replaceAll(PUBLIC, "\n");
    return [text, encodeURIComponent(text.toWellFormed()), ...(inner === undefined ? [] : [inner])];
}
/** Characters. What is longer is a certificate, which is sent to nobody, so that nobody can send it back. */
const LONGEST_SENT = 2500;
/** Longer than secrets and passwords are. */
const LONGEST_PASSWORD = 250;
/** Forms that share no letters with the secret, within a longer text or alone. */
function encodingsOf(secret) {
    const text = secret.trim();
    if (text.length > LONGEST_SENT)
        return [];
    const bytes = Buffer.from(text);
    if (text.length > LONGEST_PASSWORD)
        return base64Of(bytes);
    return [...base64Of(bytes), ...base64Of(Buffer.from(text, "utf16le")), bytes.toString("hex")];
}
/** The base64 of bytes at each of the three places that they may have within others, without what depends on those. */
function base64Of(bytes) {
    return [0, 1, 2].map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const partial = (bytes.length + shift) % 3 === 0 ? 0 : 1;
        return encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - partial);
    });
}
/** What a secret in base64 stands for: text as it is, a PFX or key in hexadecimal digits. */
function contentOf(secret) {
    const compact = secret.replaceAll(/\s+|\\[rn]/g, "");
    if (compact.length < 24 || !/^[\w+/-]+={0,2}$/.test(compact))
        return undefined;
    const bytes = Buffer.from(compact, "base64");
    const text = bytes.toString("latin1");
    return /^[\t\n\r -~]*$/.test(text) ? text : bytes.toString("hex");
}

;// CONCATENATED MODULE: ./build/host/secrets.js


/** Letters of a secret that stand together in no sentence; of a passphrase some more do. */
const WINDOW = 10;
const WORDY_WINDOW = 13;
/** Letters of a secret in a value for later steps from which on it is no coincidence: there it would break the job. */
const TELLING = 16;
/** Letters of a value that is a secret as a whole; a shorter one may be any word, such as a location. */
const TELLING_ALONE = 8;
/** Anything that is a JSON Web Token, whoever's; and long runs that no name, path or sentence has. */
const TOKEN = /\beyJ[\w-]{8,5000}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const LONG_RUN = /[\w+/=~-]{200,}/g;
const HEAD = 8;
/** What the step must not say, and how a text reads without it. */
class Secrets {
    #random = new Fragments(WINDOW);
    #wordy = new Fragments(WORDY_WINDOW);
    #doubtful = new Fragments(WINDOW);
    add(secret) {
        ((0,shown/* isPlain */.$i)(secret) ? this.#wordy : this.#random).add(secret);
    }
    /** A value that may be a credential in the wrong place, and may as well be what the job needs: kept out of texts only. */
    addDoubtful(value) {
        this.#doubtful.add(value);
    }
    /** A text for people. */
    hiddenIn(text) {
        const found = [...this.#surelyIn(text), ...this.#doubtful.rangesIn(text)];
        return replaced(text, found)
            .replaceAll(TOKEN, "***")
            .replaceAll(LONG_RUN, (run) => `${run.slice(0, HEAD)}… (${run.length} characters)`);
    }
    /** A value for later steps. */
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





/** Characters of one message, and how many of its kind a step says. */
const LIMITS = {
    line: { longest: 4000, most: 1000 },
    annotation: { longest: 8000, most: 30 },
    failure: { longest: 24_000, most: 1 },
    debug: { longest: 20_000, most: 2000 },
    value: { longest: 10_000 },
    summary: { longest: 100_000 },
};
/**
 * The one place where text leaves the step. Whatever is printed, annotated, summarized, put out or exported passes here:
 * bounded in length and number, without control characters, and without secrets in any form.
 */
function guarded({ addMask, secrets: known, ...ci }) {
    const secrets = new Secrets();
    // IDs are often kept in secret variables, and later steps need them all the same.
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
/** Colours and other signs for a terminal, and what turns the direction of writing, hide or fake what a log says. */
function harmless(text) {
    return (0,external_node_util_.stripVTControlCharacters)(text)
        .replaceAll(/(?![\r\n\t])\p{Cc}/gu, " ")
        .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "");
}

// EXTERNAL MODULE: ./build/errors/certificates.js
var certificates = __nccwpck_require__(4008);
// EXTERNAL MODULE: ./build/errors/failure.js
var failure = __nccwpck_require__(728);
;// CONCATENATED MODULE: ./build/errors/pipelines.js


/** `AZS14x`: inputs that only Azure Pipelines has; named as task.json names them. */
const pipelinesFailures = {
    variableMissing: (0,failure/* failure */.V)("AZS140", "Variable does not exist", ({ input, value }) => ({
        problem: `${input} is the text ${(0,shown/* shown */.SP)(value)}: the pipeline has no variable of that name, or this job has no access to it.`,
        fix: `define the variable, link the variable group that contains it, or remove ${input}. A pull request from a fork gets no secret variables.`,
    })),
    connectionUnknown: (0,failure/* failure */.V)("AZS146", "Service connection cannot be read", ({ value }) => ({
        problem: `azureConnection is ${(0,shown/* shown */.SP)(value)}, but the agent has no service connection of that name or ID for this step.`,
        fix: "set azureConnection to the connection's name, or to a template expression or variable that is known before the run starts; authorize the pipeline to use it (Project settings, Service connections).",
    })),
    connectionUnusable: (0,failure/* failure */.V)("AZS141", "Service connection cannot be used", ({ scheme }) => ({
        problem: `azureConnection is a service connection with the authentication ${scheme}, with which no login to Azure Stack Hub is possible.`,
        fix: "choose an Azure Resource Manager service connection with a service principal (secret or certificate) or with workload identity federation.",
    })),
    connectionElsewhere: (0,failure/* failure */.V)("AZS142", "Service connection is for another cloud", ({ environment }) => ({
        problem: `azureConnection is a service connection for ${environment}, and endpoint is not given.`,
        fix: "choose a service connection for Azure Stack, or set endpoint to the stamp's Azure Resource Manager URL; then the service principal comes from the connection, and the stamp from endpoint.",
    })),
    connectionAndCreds: (0,failure/* failure */.V)("AZS143", "Service connection beside creds", (_) => ({
        problem: "azureConnection and creds are given, and both contain a service principal.",
        fix: "keep one of them.",
    })),
    certificateTwice: (0,failure/* failure */.V)("AZS144", "Two certificates", (_) => ({
        problem: "clientCertificate and clientCertificateSecureFile are given.",
        fix: "keep one of them.",
    })),
    secureFileMissing: (0,failure/* failure */.V)("AZS145", "Secure file cannot be downloaded", ({ name, reason }) => ({
        problem: `clientCertificateSecureFile ${name} cannot be downloaded (${reason}).`,
        fix: "check that the file is in the library of this project, that the pipeline is authorized to use it (Library, Secure files, Pipeline permissions), and that the agent reaches the server.",
    })),
};

;// CONCATENATED MODULE: ./build/host/pipelines-spelling.js
/** The name of an input or output as the task spells it: `client-id` becomes `clientId`. */
function inCamelCase(name) {
    return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}
/**
 * Respells the names of inputs in a text for the user. A name within quotes, a path, a URL or a longer word is not
 * meant.
 *
 * @param names of action.yml
 */
function respeller(names) {
    const longestFirst = names.filter((name) => name.includes("-")).sort((a, b) => b.length - a.length);
    const named = new RegExp(String.raw `"[^"\n]*"|(?<![\w./\\-])(?:${longestFirst.join("|")})(?![\w/\\-]|\.\w)`, "g");
    return (text) => text.replaceAll(named, (found) => (found.startsWith('"') ? found : inCamelCase(found)));
}
/** Text that the agent takes for no command, wherever a line of it is printed. */
function withoutCommands(text) {
    // It looks for ##vso[ anywhere in a line, and for ##[ at its beginning (azure-pipelines-agent, Command.cs).
    return text.replaceAll(/##(?=\w*\[)/g, "## ");
}
/** The same as one line; names come from the stamp. */
function oneLine(text) {
    return withoutCommands(text.replaceAll(/[\r\n]+/g, " "));
}

;// CONCATENATED MODULE: ./build/host/service-connection.js

/**
 * Reads an Azure Resource Manager service connection (azure-pipelines-tasks-azure-arm-rest, azure-arm-endpoint.ts). One
 * for Azure Stack also says where; of one for another cloud only who logs in is meant, since a service principal of
 * Microsoft Entra ID may have a role on a stamp too.
 *
 * @param hasEndpoint whether the input `endpoint` is given
 * @throws Failure `AZS141`, `AZS142`, `AZS146`
 */
function readConnection(reader, id, hasEndpoint) {
    if (reader.scheme(id) === "" && reader.url(id) === "")
        throw pipelinesFailures.connectionUnknown({ value: id });
    const scheme = reader.scheme(id) || "ServicePrincipal";
    const federated = scheme.toLowerCase() === "workloadidentityfederation";
    if (!federated && scheme.toLowerCase() !== "serviceprincipal")
        throw pipelinesFailures.connectionUnusable({ scheme });
    const environment = reader.data(id, "environment") || "AzureCloud";
    const isStack = environment.toLowerCase() === "azurestack";
    if (!isStack && !hasEndpoint)
        throw pipelinesFailures.connectionElsewhere({ environment });
    const isAdfs = reader.data(id, "enableAdfsAuthentication").toLowerCase() === "true";
    const isCertificate = reader.authorization(id, "authenticationType") === "spnCertificate";
    return {
        id,
        federated,
        inputs: {
            "client-id": reader.authorization(id, "serviceprincipalid"),
            // On AD FS it is nobody's.
            "tenant-id": isAdfs ? "" : reader.authorization(id, "tenantid"),
            ...(isStack ? stampOf(reader, id, environment) : {}),
            ...(federated ? {} : credentialOf(reader, id, isCertificate)),
        },
    };
}
function stampOf(reader, id, environment) {
    return {
        endpoint: reader.url(id),
        "subscription-id": reader.data(id, "subscriptionid"),
        // AzureCLI@2 does not register clouds; it sets the one that has the connection's environment for a name.
        "cloud-name": environment,
    };
}
function credentialOf(reader, id, isCertificate) {
    return isCertificate
        ? { "client-certificate": reader.authorization(id, "servicePrincipalCertificate") }
        : { "client-secret": reader.authorization(id, "serviceprincipalkey") };
}

;// CONCATENATED MODULE: ./build/host/pipelines-inputs.js





/** What the agent leaves of an input whose variable does not exist. */
const MACRO = /^\$\([^()\s]+\)$/;
/** Inputs that say who logs in: with one of them given, the connection's secret or certificate is not meant. */
const CREDENTIALS = ["client-secret", "client-certificate", "username", "password", "creds"];
const OF_CONNECTION = ["client-secret", "client-certificate"];
/**
 * The task's inputs under their names in action.yml: as given, else from the service connection, and the certificate
 * also from a secure file.
 */
function taskInputs(reader) {
    const given = (name) => reader.input(inCamelCase(name));
    const file = reader.input("clientCertificateSecureFile");
    const hasCredential = file !== "" || CREDENTIALS.some((name) => given(name) !== "");
    const connection = connectionOf(reader);
    const ofConnection = (name) => {
        if (connection === undefined || (hasCredential && OF_CONNECTION.includes(name)))
            return "";
        if (!(connection instanceof failure/* Failure */.H))
            return connection.inputs[name] ?? "";
        // Said once; what is missing because of it is not.
        if (name === "endpoint")
            throw connection;
        return "";
    };
    return {
        connection: connection instanceof failure/* Failure */.H ? undefined : connection,
        async input(name) {
            const value = given(name);
            if (MACRO.test(value))
                throw pipelinesFailures.variableMissing({ input: inCamelCase(name), value });
            if (name !== "client-certificate" || file === "")
                return value || ofConnection(name);
            if (value !== "")
                throw pipelinesFailures.certificateTwice({});
            return pipelines_inputs_contentOf(reader, file);
        },
    };
}
function connectionOf(reader) {
    const id = reader.input("azureConnection");
    if (id === "")
        return undefined;
    // Connections are looked up before the variables of the run are.
    if (MACRO.test(id))
        return pipelinesFailures.connectionUnknown({ value: id });
    if (reader.input("creds") !== "")
        return pipelinesFailures.connectionAndCreds({});
    try {
        return readConnection(reader, id, reader.input("endpoint") !== "");
    }
    catch (error) {
        if (error instanceof failure/* Failure */.H)
            return error;
        throw error;
    }
}
/** Bytes. A shorter file holds no certificate with its key, and its base64 would be taken for a path, and shown. */
const SHORTEST_FILE = 150;
async function pipelines_inputs_contentOf(reader, id) {
    const name = reader.secureFileName(id) || id;
    const content = await reader.secureFile(id).catch((error) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw pipelinesFailures.secureFileMissing({ name, reason }, error);
    });
    if (content.length < SHORTEST_FILE)
        throw certificates/* certificateFailures */.z.clientUnreadable({ from: `clientCertificateSecureFile (${name})` });
    return content.toString("base64");
}

// EXTERNAL MODULE: ./node_modules/azure-pipelines-task-lib/taskcommand.js
var taskcommand = __nccwpck_require__(8373);
;// CONCATENATED MODULE: ./build/host/pipelines-log.js




/**
 * What the step says.
 *
 * @param respelled gives inputs the names of the task
 */
function pipelinesLog(debugging, respelled) {
    const print = (line) => void process.stdout.write(`${line}${external_node_os_.EOL}`);
    const warn = (message) => task.logIssue(task.IssueType.Warning, respelled(message));
    return {
        group: (title) => print(`##[group]${oneLine(title)}`),
        endGroup: () => print("##[endgroup]"),
        info: (line) => print(oneLine(line)),
        // There are no notices; only errors and warnings show on the page of a run before it ends.
        notice: warn,
        debug: (line) => (debugging ? print(new taskcommand.TaskCommand("task.debug", {}, line).toString()) : undefined),
        warning: warn,
        fail(title, message) {
            task.logIssue(task.IssueType.Error, respelled(message), undefined, undefined, undefined, title);
            // With a message it would be a second error; an exit code would make the agent add a third.
            task.setResult(task.TaskResult.Failed, "");
        },
    };
}

;// CONCATENATED MODULE: ./build/host/pipelines-variables.js

/**
 * Variables of the job. Much of what they hold is the stamp's word.
 *
 * @param warn tells the user of a variable that cannot be set as it should
 */
function jobVariables(task, warn) {
    const keptSecret = new Set(task.getVariables().flatMap(({ name, secret }) => (secret ? [spelled(name)] : [])));
    return {
        output: (name, value) => task.setVariable(name, literal(value), false, true),
        set(name, value, secret) {
            if (secret && /[\r\n]/.test(value)) {
                // The agent refuses it, since it masks single lines only.
                return warn(`${name} is not set: a secret variable cannot have line breaks.`);
            }
            if (!secret && value !== "" && keptSecret.has(spelled(name))) {
                warn(`${name} is a secret variable of this pipeline and stays one: scripts get it only through their env.`);
            }
            task.setVariable(name, secret ? value : literal(value), secret);
        },
    };
}
/** As in the environment (azure-pipelines-agent, VarUtil.cs). */
function spelled(name) {
    return name.replaceAll(/[. ]/g, "_").toUpperCase();
}
/**
 * A script may well print what is in a variable, and the agent reads what scripts print. It also expands `$(name)`
 * within values, with secret variables too, and can start no process with a NUL in its environment
 * (azure-pipelines-agent, Variables.cs and ProcessInvoker.cs).
 */
function literal(value) {
    return withoutCommands(value.replaceAll(/(?![\r\n\t])\p{Cc}/gu, " ").replaceAll("$(", "$ ("));
}

;// CONCATENATED MODULE: ./build/host/proxy-passwords.js
/** Passwords in the URLs of proxies, as they stand there and as they are meant. */
function proxyPasswords(environment) {
    const proxies = Object.entries(environment).filter(([name]) => /^(?:https?|all)_proxy$/i.test(name));
    const found = proxies.map(([, value = ""]) => {
        // The scheme may be left out, as curl has it.
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
/** By these, libraries in the step's own process would verify less, or log in elsewhere, than the step says. */
const SET_ASIDE = [
    "NODE_TLS_REJECT_UNAUTHORIZED",
    "MSAL_FORCE_REGION",
    "AZURE_REGIONAL_AUTHORITY_NAME",
    "AZURE_IDENTITY_DISABLE_MULTITENANTAUTH",
];
/** Takes them out of the environment of this process and of those that it starts. @returns what was there */
function setAside(environment) {
    const found = SET_ASIDE.filter((name) => environment[name] !== undefined);
    const taken = Object.fromEntries(found.map((name) => [name, environment[name]]));
    for (const name of found)
        delete environment[name];
    return taken;
}

;// CONCATENATED MODULE: ./build/host/pipelines.js















/**
 * Azure Pipelines, through task-lib's logging commands. task-lib has moved inputs, secrets and the authorization of
 * service connections out of the environment by the time this is called.
 *
 * @param names inputs of action.yml
 */
function pipelinesHost(names, environment = process.env) {
    return guarded(pipelinesCi(names, environment));
}
function pipelinesCi(names, environment) {
    const debugging = environment["SYSTEM_DEBUG"]?.toLowerCase() === "true";
    tameTaskLib();
    const aside = setAside(environment);
    const temporaryFolder = external_node_path_.resolve(environment["AGENT_TEMPDIRECTORY"] || external_node_os_.tmpdir());
    const inputs = taskInputs(taskReader(environment));
    const { connection } = inputs;
    const oidc = environment["SYSTEM_OIDCREQUESTURI"] ?? "";
    const log = pipelinesLog(debugging, respeller(names));
    const variables = jobVariables(task_namespaceObject, log.warning);
    const ofJob = task.getVariables().flatMap(({ secret, value }) => (secret && value ? [value] : []));
    return {
        ...log,
        ci: "Azure Pipelines",
        environment,
        setAside: aside,
        debugging,
        temporaryFolder,
        publicFolder: temporaryFolder,
        toolCache: environment["AGENT_TOOLSDIRECTORY"] || undefined,
        async input(name, options) {
            const value = await inputs.input(name);
            return options?.verbatim ? value : value.trim();
        },
        variable: (name) => task.getVariable(name) ?? "",
        setOutput: (name, value) => variables.output(inCamelCase(name), value),
        exportVariable: (name, value, options) => variables.set(name, value, options?.secret === true),
        addPath: task.prependPath,
        // Later steps have System.AccessToken only where the pipeline maps it for each of them.
        idTokenOrigin: undefined,
        offersIdTokens: connection?.federated === true && oidc !== "",
        idToken: () => requestIdToken(azureDevOps(environment), oidc, connection?.id ?? ""),
        addMask: task.setSecret,
        secrets: [...ofJob, ...proxyPasswords(environment)],
        saveState: task.setTaskVariable,
        state: (name) => task.getTaskVariable(name) ?? "",
        async summarize(markdown) {
            // The agent reads it some time after the command, as it is, and empties the folder after the job.
            const file = external_node_path_.join(temporaryFolder, `azs-login-${(0,external_node_crypto_.randomUUID)()}.md`);
            await (0,promises_.writeFile)(file, markdown, { flag: "wx", mode: 0o600 });
            (0,streams/* speak */.Lr)(() => task.uploadSummary(file));
        },
    };
}
function tameTaskLib() {
    // It writes what it reads as debug lines, secrets among them, before anybody could have masked them.
    task.setStdStream(new external_node_stream_.Writable({
        write(chunk, _, done) {
            const line = chunk.toString();
            if (!line.startsWith("##vso[task.debug]"))
                process.stdout.write(line);
            done();
        },
    }));
    // With its handlers a process in an unknown state goes on, and a stack is printed.
    process.removeAllListeners("uncaughtException");
    process.removeAllListeners("unhandledRejection");
}
function taskReader(environment) {
    return {
        input(name) {
            // task-lib takes given inputs out of the environment, and those in any spelling: not for one that is empty.
            return environment[`INPUT_${name.toUpperCase()}`] === "" ? "" : (task.getInput(name) ?? "");
        },
        secureFile: (id) => downloadSecureFile(azureDevOps(environment), id, task.getSecureFileTicket(id) ?? ""),
        secureFileName: (id) => task.getSecureFileName(id) ?? "",
        url: (id) => task.getEndpointUrl(id, true) ?? "",
        scheme: (id) => task.getEndpointAuthorizationScheme(id, true) ?? "",
        data: (id, key) => task.getEndpointDataParameter(id, key, true) ?? "",
        authorization: (id, key) => task.getEndpointAuthorizationParameter(id, key, true) ?? "",
    };
}
/** The connection of the job to its server. Steps may set variables that say where the server is, but not this. */
const SERVER = "SYSTEMVSSCONNECTION";
function azureDevOps(environment) {
    const url = task.getEndpointUrl(SERVER, true) ?? "";
    return {
        url,
        project: environment["SYSTEM_TEAMPROJECT"] ?? "",
        accessToken: task.getEndpointAuthorizationParameter(SERVER, "AccessToken", true) ?? "",
        proxy: task.getHttpProxyConfiguration(url) ?? undefined,
        cert: task.getHttpCertConfiguration() ?? undefined,
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
/**
 * Standard output and standard error of this process. The outlet alone writes there; what anybody else writes (a library,
 * Node with its warnings or `NODE_DEBUG`, task-lib while it is loaded) is handed to it instead.
 */
const MOST_EARLY = 200;
const early = [];
let deliver = (text) => {
    if (early.length < MOST_EARLY)
        early.push(text);
};
let speaking = 0;
/** Lets `work` write, as long as it does so before it returns. */
function speak(work) {
    speaking++;
    try {
        return work();
    }
    finally {
        speaking--;
    }
}
/** From now on nobody but the outlet writes. */
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
/** @param to is told what others write, and have written so far */
function hearOthers(to) {
    deliver = to;
    for (const text of early.splice(0))
        to(text);
}
function hear(text) {
    // What task-lib reads it writes as debug lines, secrets among them.
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


/** Shortest text that is taken for base64 rather than for a file name; a certificate is never this short. */
const SHORTEST_BASE64 = 200;
const BASE64 = /^[\w+/-]+=*$/;
/** What people paste around a value; zsh marks the end of a text without a line break with a per cent sign. */
const BEFORE = /^(?:["'`“”‘’]|data:[^,]{0,100};base64,|base64[:,])/i;
const BEHIND = /["'`“”‘’%,;]$/;
/** Quotes within quotes, a comma behind them, and so on. */
const MOST_LAYERS = 6;
/**
 * PEM text or base64 in an input that takes a path or the content itself; also in quotes, behind `base64:` or in a data
 * URL, with a comma or a per cent sign behind it, and as JSON or a URL writes it.
 *
 * @returns undefined when it is neither
 */
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
/** A URL in an input that takes a path or the content itself, which is a mistake there. */
function urlIn(value) {
    const bare = unwrapped(value);
    return /^(?:https?|ftps?|file):\/\/\S+$/i.test(bare) ? (URL.parse(bare) ?? undefined) : undefined;
}
/** What of a URL may be shown: its host, if that is one, since a key may stand behind any two slashes. */
function hostIn({ host, protocol }) {
    return host.length <= 100 && /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?$/.test(host) ? host : protocol;
}
const LONGEST_PATH = 4096;
/** What is as short as this may be any name. */
const SHORT = 15;
/**
 * Whether a value can be meant as the path of one file: the file is there, or the value is made of words as paths are. A
 * key or a part of one is not.
 */
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

/** Seconds a token must still be good for: az asks the authority moments later. GitHub's live for five minutes. */
const SPARE_S = 60;
/**
 * The job's ID tokens for an audience: the same one until it is about to expire, then a new one.
 *
 * @returns asks for the token; throws Failure `AZS416` when the CI gives none
 */
function cachedIdToken(host, audience) {
    let last;
    return async () => {
        if (last === undefined || secondsLeft(last) < SPARE_S) {
            last = await host.idToken(audience).catch(async (error) => {
                // Explaining it takes an HTTP client, which no other start of the step needs.
                const { idTokenFailure } = await Promise.all(/* import() */[__nccwpck_require__.e(33), __nccwpck_require__.e(525), __nccwpck_require__.e(117)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5117));
                throw await idTokenFailure(error, host.ci);
            });
            host.mask(last);
        }
        return last;
    };
}
/** A token that does not say when it ends is taken to be good. */
function secondsLeft(token) {
    const { exp } = (0,json/* claimsOf */.ds)(token);
    return typeof exp === "number" ? exp - Date.now() / 1000 : Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ./build/inputs/file-or-content.js
var file_or_content = __nccwpck_require__(5308);
;// CONCATENATED MODULE: ./build/inputs/credential.js




/** Azure CLI's own application: the public client through which az logs people in (azure-cli-core, auth/constants.py). */
const AZURE_CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
/** The application through which the login goes. */
function applicationOf(credential) {
    return credential.kind === "password" || credential.kind === "device-code" ? AZURE_CLI : credential.clientId;
}
/** Who the credential stands for, as a message names them. */
function bearerOf(credential) {
    if (credential.kind === "device-code")
        return "whoever enters the device code";
    return credential.kind === "password" ? credential.username : `application ${credential.clientId}`;
}
/** The inputs that make each kind of credential; a kind without any has to be asked for by `auth-type`, or found. */
const PARTS = {
    secret: ["client-secret"],
    certificate: ["client-certificate"],
    oidc: [],
    "device-code": [],
    password: ["username", "password"],
};
const KINDS = Object.keys(PARTS);
const AUTH_TYPES = ["auto", ...KINDS, "SERVICE_PRINCIPAL"];
/**
 * Reads the one credential that is given.
 *
 * @returns undefined when there is none that works; then `problems` says why
 */
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
/** A workflow may pass all its secrets and choose by `auth-type`. */
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
/** The inputs with which kinds of credential are given, for a message. */
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





/** Of a file with certificates: a system's list of all public roots is a quarter of a megabyte. */
const MOST_BYTES = 5_000_000;
/**
 * Reads an input that is a path, PEM text or base64.
 *
 * @param value what the user gave, not empty
 * @param input its name
 * @throws Failure `AZS129` for a URL, `AZS115` when it is a path that cannot be read, `AZS341` and `AZS342` when that leads to no file of
 *   certificates, `AZS128` when it can be no path; nothing of it is shown then
 */
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
/**
 * Like `readFileOrContent`, for an input that may also list several paths, one a line or separated by commas. A path with a
 * comma in it is one path when it is there.
 */
async function readFilesOrContent(value, input) {
    if ((0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .contentIn */ .fd)(value) !== undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .urlIn */ .Ht)(value) !== undefined || (await (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .isThere */ .$B)(value))) {
        return [await readFileOrContent(value, input)];
    }
    if (!(await isListOfPaths(value)))
        throw _errors_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputFailures */ .M.unreadableValue({ input, length: String(value.length) });
    return Promise.all(splitList(value).map((entry) => readFileOrContent(entry, input)));
}
/** Whether each entry of a list can be a path or is content: lines of a broken key would else be shown as paths, one by one. */
async function isListOfPaths(value) {
    const entries = splitList(value);
    if (entries.length > MOST_ENTRIES)
        return false;
    const known = await Promise.all(entries.map(async (entry) => (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .contentIn */ .fd)(entry) !== undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .urlIn */ .Ht)(entry) !== undefined || (0,_content_js__WEBPACK_IMPORTED_MODULE_4__/* .isPath */ .uf)(entry)));
    return known.every(Boolean);
}
const MOST_ENTRIES = 1000;
/** Entries of a list as users write it in YAML: separated by commas or line breaks. */
function splitList(value) {
    return value
        .split(/[,\n]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "");
}


/***/ }),

/***/ 1457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ INPUT_NAMES),
/* harmony export */   W: () => (/* binding */ INPUT_DEFAULTS)
/* harmony export */ });
/** The inputs of action.yml with the defaults it declares (runners fill them in, each from its own file). */
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




/** Makes a folder that only this user can enter. Throws when anything, a symbolic link too, has that name already. */
async function createPrivateFolder(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 });
}
/** Writes a new 0600 file. Throws when anything, a symbolic link too, has that name already. */
async function createPrivateFile(file, content) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, "wx", 0o600);
    try {
        await handle.writeFile(content);
    }
    finally {
        await handle.close();
    }
}
/** Makes a folder that every user can enter and only this one can write to, whatever the umask. Throws as the private one. */
async function createPublicFolder(folder) {
    await createPrivateFolder(folder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(folder, 0o755);
}
/** Writes a new file that every user can read, whatever the umask. Throws as the private one. */
async function createPublicFile(file, content) {
    await createPrivateFile(file, content);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(file, 0o644);
}
/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never returns where the system cannot make a
 * folder below one that is there, such as in /proc.
 *
 * @throws the system's error when one cannot be made, or when something else than a folder has the name
 */
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
        // Another process may have been quicker.
        if (!(await isFolder(folder)))
            throw error;
    }
}
async function isFolder(place) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(place).then((found) => found.isDirectory(), () => false);
}
/** Absent on Windows, which has no such files either. */
const { O_NONBLOCK = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
/** Opens a file that may be a pipe or a device without waiting for who is at its other end. */
function openAtOnce(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | O_NONBLOCK);
}
/** The first bytes of a plain file; undefined when it is none, or cannot be read. */
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
/**
 * Reads a file that somebody else chose. A pipe or a device is refused, since it may never end, or never begin.
 *
 * @param name how an error names the file, where the path alone does not say enough
 * @returns all of it
 * @throws Failure `AZS341` when it is no plain file, `AZS342` when it is longer than `most` bytes; the system's error, with
 *   its code, when it cannot be read, and `EISDIR` for a folder
 */
async function readBounded(file, most, name = file) {
    const handle = await openAtOnce(file);
    try {
        const status = await handle.stat();
        if (status.isDirectory())
            throw Object.assign(new Error(`${file} is a folder`), { code: "EISDIR" });
        if (!status.isFile())
            throw _errors_files_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailures */ .q.notPlain({ file: name });
        // Not by its size: what /proc holds has none, and a file may grow.
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
/** JSON as a value; undefined for what is none, and so no value of JSON either. */
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What JSON calls an object. */
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Claims of a token, read and not verified: it goes to who verifies it. Empty when it is no JWT. */
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



/** Stands in a job's folder while the step works on it: where the step is dead, somebody has to finish its work. */
const UNFINISHED = "unfinished";
/** The life of the job that this process is a step of. */
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
/** Whether a job is over for certain. A job of which nothing is known is not. */
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
/** Reads what `lifeOf` gave, after a way through JSON; undefined for anything else. */
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
/**
 * The runner among the processes above the step (actions/runner; azure-pipelines-agent). What else stands there, a
 * wrapper or the agent's own helper in a container, may end with the step.
 */
function runnerOf(step) {
    for (let pid = parentOf(step), height = 0; pid > 1 && height < 20; pid = parentOf(pid), height += 1) {
        if (/^(?:Runner|Agent)\.Worker$/.test(read(`/proc/${pid}/comm`) ?? ""))
            return { pid, start: startOf(pid) };
    }
    return undefined;
}
function machineOf() {
    return read("/etc/machine-id") || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)();
}
/** Seconds by which the time of a boot may differ from one look to the next, where clocks are set meanwhile. */
const CLOCK_S = 600;
function bootOf() {
    return read("/proc/sys/kernel/random/boot_id") ?? `${Math.round(Date.now() / 1000 - (0,node_os__WEBPACK_IMPORTED_MODULE_1__.uptime)())}`;
}
function isSameBoot(one, other) {
    return one === other || Math.abs(Number(one) - Number(other)) < CLOCK_S;
}
function namespace(kind) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/self/ns/${kind}`);
    }
    catch {
        return "";
    }
}
/** From the third field on; the second, the program's name in parentheses, may hold anything. */
function statusOf(pid) {
    return read(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ") ?? [];
}
function parentOf(pid) {
    return Number(statusOf(pid)[1] ?? 0);
}
/** The 22nd field. */
function startOf(pid) {
    const [state = "", ...fields] = statusOf(pid);
    // A process that has ended stays visible until its parent asks for its exit code.
    return /[ZX]/.test(state) ? "ended" : fields[18];
}
/** A process of this machine, to be known again. */
function processOf(pid) {
    return { pid, start: startOf(pid) };
}
/** Whether that process still runs, and not a later one with its ID. */
function isAlive({ pid, start }) {
    const now = startOf(pid);
    if (start !== undefined && now !== undefined)
        return now === start;
    try {
        // Processes of other users may be hidden in /proc (hidepid, proc(5)), and are still there.
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code !== "ESRCH";
    }
}
/** Of somebody else's folder it may not be visible. */
function stateOf(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
        return "there";
    }
    catch (error) {
        return error.code === "ENOENT" ? "gone" : "unknown";
    }
}
function read(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8").trim();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4616:
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
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
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

	const onClose = (0,external_node_events_namespaceObject.once)(instance, 'close');

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
	for await (const [error] of (0,external_node_events_namespaceObject.on)(stream, 'error')) {
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

		await (0,external_node_events_namespaceObject.once)(instance, 'spawn');
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
/** An exit handler that hangs (a proxy that does not answer, a full disk) must not hold up the job. */
const LONGEST_END_MS = 10_000;
function converse(child, running) {
    // A process that ends before it has read everything breaks the pipe; its missing answer says so.
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
/** What a process said that wrote without end, and that nobody had asked for when it was ended. */
const MOST_KEPT = 100;
/** Lines are kept until somebody asks for them: what a process says before that is not lost. */
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
        // Of one that had to be ended a few lines are heard, and none without its end.
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
;// CONCATENATED MODULE: ./build/io/process-tree.js



/** A process that stops another's children while they make new ones is never done: what is left then ends by itself. */
const ROUNDS = 5;
/**
 * Ends a process with all that it started: a launcher that is a shell script has its Python as a child, which would go
 * on without it.
 *
 * @param leads the process was started as the leader of a session of its own, so that also those of its children are
 *   found whose parent has ended
 */
function killTree(pid, leads, environment) {
    if (process.platform === "win32") {
        const taskkill = external_node_path_.win32.join(environment["SystemRoot"] || "C:\\Windows", "System32", "taskkill.exe");
        const child = (0,external_node_child_process_.spawn)(taskkill, ["/T", "/F", "/PID", String(pid)], { stdio: "ignore", windowsHide: true });
        child.on("error", () => kill(pid)).unref();
        return;
    }
    if (process.platform !== "linux") {
        kill(leads ? -pid : pid);
        return;
    }
    // Looked for before the first is ended: a child of one that is gone would be nobody's.
    for (let round = 0; round < ROUNDS; round++) {
        const found = family(pid, leads);
        for (const one of found)
            kill(one);
        if (found.length === 0)
            return;
    }
}
/** It may have ended by now, or be another user's (of sudo): nothing can be done about either. */
function kill(pid) {
    try {
        process.kill(pid, "SIGKILL");
    }
    catch { }
}
/** The process and its descendants that still run. */
function family(pid, leads) {
    const all = relations().filter(({ state }) => state !== "Z" && state !== "X");
    const found = new Set(all.filter((one) => one.pid === pid || (leads && one.session === pid)).map((one) => one.pid));
    const children = Map.groupBy(all, ({ parent }) => parent);
    // The loop goes on with what it adds.
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
            // The program's name is in brackets and may hold anything, brackets too.
            const [state = "", parent, , session] = text.slice(text.lastIndexOf(")") + 2).split(" ");
            return [{ pid: Number(name), state, parent: Number(parent), session: Number(session) }];
        }
        catch {
            return [];
        }
    });
}

;// CONCATENATED MODULE: ./build/io/supervision.js

/** A child that has taken over the pipes of a process that ended, and keeps them, has so long for what it has to say. */
const AFTERWORDS_MS = 2000;
/** As root it may be out of reach (sudo): then it is waited for no longer, and post tells of it. */
const DEATH_MS = 2000;
/**
 * Takes over a process that has just been started.
 *
 * @param leads it leads a session of its own
 */
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





/** Seconds for most programs; `sudo` may ask a directory service, and a machine may have 16 jobs. */
const LONGEST_RUN_MS = 30_000;
/** A thousand roots, as keytool and security(1) list them. */
const MOST_OUTPUT = 2_000_000;
/** What a process says that is talked with, in all, and in a line. */
const CONVERSATION = { mostOutput: MOST_OUTPUT, longestLine: 1_000_000 };
/** @param signal ends them all when the time is up that the step may wait for others */
function processes(environment, journal, signal) {
    const withheld = withheldVariables(environment);
    const clean = cleanVariables(environment);
    const launch = (file, args, options) => {
        const process = spawn(file, args, {
            env: { ...(options.ofSystem ? clean : withheld), ...options.environment },
            // nano-spawn hands it to the stream as it is, bytes too.
            stdin: options.input === undefined ? "pipe" : { string: options.input },
            ...(options.unheard ? { stdout: "ignore", stderr: "ignore" } : {}),
            windowsHide: true,
            detached: leads(options),
        });
        // Its outcome is what `supervise` says.
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
/** Not nano-spawn's own words, which hold all arguments, the text of a script among them. */
function causeOf({ message, cause }) {
    return cause instanceof Error ? cause.message : message;
}
/** Programs of the system, whatever environment the job has. */
function systemPrograms({ run }) {
    return { run: (file, args, options) => run(file, args, { ...options, ofSystem: true }) };
}
/** On Windows a process that is detached has a window of its own. */
function leads({ unheard }) {
    return unheard !== true && process.platform !== "win32";
}
function withoutLineBreak(text) {
    return text.replace(/\r?\n$/, "");
}
/**
 * Variables that no child process gets: the step's inputs and state, secrets among them; the runner's own tokens and
 * what an agent tells of service connections; what turns ADAL's verification off by merely being there (adal, constants
 * of Python's library); and what moves the file with az 2.29's credentials to where post does not look (azure-cli-core
 * 2.29.2, _profile.py).
 */
const WITHHELD = new RegExp([
    "^(INPUT|STATE|ENDPOINT|SECUREFILE|SECRET|VSTS_TASKVARIABLE)_",
    "^ACTIONS_(RUNTIME_TOKEN$|ID_TOKEN_REQUEST_)",
    "^SYSTEM_ACCESSTOKEN$",
    "^ADAL_PYTHON_SSL_NO_VERIFY$",
    "^AZURE_ACCESS_TOKEN_FILE$",
].join("|"), 
// Names of variables have no case on Windows.
"i");
function withheldVariables(environment) {
    const names = Object.keys(environment).filter((name) => WITHHELD.test(name));
    return Object.fromEntries(names.map((name) => [name, undefined]));
}
/** Where systems have their programs; the last two are NixOS's. */
const SYSTEM_PATH = [
    ...["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"],
    ...["/run/wrappers/bin", "/run/current-system/sw/bin"],
].join(":");
/**
 * A TMPDIR that is gone, a PATH with other programs of the same names, or a language that nobody here reads is nothing
 * to a program that changes the machine, perhaps as root. Windows needs its variables.
 */
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
/**
 * A process that may outlive a killed step; what it writes to is touched only after it has ended.
 *
 * Windows and macOS do not tell when a process was started, and Windows gives IDs to new processes soon: one that is alive
 * may be somebody else's. There, nothing is waited for after a step that ended by itself, and nothing is warned of.
 */
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

/***/ 7872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ isTextOrMissing),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   ce: () => (/* binding */ UNRECORDED),
/* harmony export */   fp: () => (/* binding */ undoKind)
/* harmony export */ });
/** For what changes nothing outside the job's own new files. */
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
/**
 * API profiles of Azure Stack Hub, newest first, with the Microsoft.Resources API version each pins, the version of
 * blobs (`x-ms-version`; both azure-cli `azure/cli/core/profiles/_shared.py`, `AZURE_API_PROFILES`, `DATA_STORAGE_BLOB`)
 * and the first build that has it (Azure Stack Hub documentation, "Manage API version profiles").
 */
const PROFILES = [
    { name: "2020-09-01-hybrid", resources: "2019-10-01", blobs: "2019-07-07", firstBuild: 2102 },
    { name: "2019-03-01-hybrid", resources: "2018-05-01", blobs: "2017-11-09", firstBuild: 1904 },
    { name: "2018-03-01-hybrid", resources: "2018-02-01", blobs: "2017-04-17", firstBuild: 1808 },
    { name: "2017-03-09-profile", resources: "2016-02-01", blobs: "2015-04-05", firstBuild: 0 },
];
const OLDEST = PROFILES[3];
/** Names a user can give, for error texts. */
const PROFILE_NAMES = [...PROFILES.map(({ name }) => name), "latest"];
/**
 * Reads a profile as people write it: `2020-09-01-hybrid`, `2020_09_01_hybrid`, `v2020_09_01_hybrid`, `latest`, or
 * the build of a stamp (`2108`, `1.2108.2.65`).
 *
 * @returns undefined when it is none of these
 */
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
/** @param build year and month of the release in four digits, as 2108; its month is checked so that years are not taken for builds */
function profileOfBuild(build) {
    const month = build % 100;
    if (build < 1700 || month < 1 || month > 12)
        return undefined;
    return PROFILES.find(({ firstBuild }) => build >= firstBuild)?.name;
}
/** The Microsoft.Resources API version of a profile; of `latest`, which has none for a stamp, one that every build knows. */
function resourcesVersion(profile) {
    return (PROFILES.find(({ name }) => name === profile) ?? OLDEST).resources;
}
/** The newest `x-ms-version` that the blobs of a profile's stamps take; of `latest`, which says nothing of a stamp, none. */
function blobsVersion(profile) {
    return PROFILES.find(({ name }) => name === profile)?.blobs;
}
/** The newest profile whose Microsoft.Resources API version is among those a stamp reports. */
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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ var __webpack_exports__ = __nccwpck_require__(3008);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
