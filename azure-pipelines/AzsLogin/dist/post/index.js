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

/***/ 3964:
/***/ ((module) => {



module.exports = clone

var getPrototypeOf = Object.getPrototypeOf || function (obj) {
  return obj.__proto__
}

function clone (obj) {
  if (obj === null || typeof obj !== 'object')
    return obj

  if (obj instanceof Object)
    var copy = { __proto__: getPrototypeOf(obj) }
  else
    var copy = Object.create(null)

  Object.getOwnPropertyNames(obj).forEach(function (key) {
    Object.defineProperty(copy, key, Object.getOwnPropertyDescriptor(obj, key))
  })

  return copy
}


/***/ }),

/***/ 5744:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var fs = __nccwpck_require__(9896)
var polyfills = __nccwpck_require__(3501)
var legacy = __nccwpck_require__(2270)
var clone = __nccwpck_require__(3964)

var util = __nccwpck_require__(9023)

/* istanbul ignore next - node 0.x polyfill */
var gracefulQueue
var previousSymbol

/* istanbul ignore else - node 0.x polyfill */
if (typeof Symbol === 'function' && typeof Symbol.for === 'function') {
  gracefulQueue = Symbol.for('graceful-fs.queue')
  // This is used in testing by future versions
  previousSymbol = Symbol.for('graceful-fs.previous')
} else {
  gracefulQueue = '___graceful-fs.queue'
  previousSymbol = '___graceful-fs.previous'
}

function noop () {}

function publishQueue(context, queue) {
  Object.defineProperty(context, gracefulQueue, {
    get: function() {
      return queue
    }
  })
}

var debug = noop
if (util.debuglog)
  debug = util.debuglog('gfs4')
else if (/\bgfs4\b/i.test(process.env.NODE_DEBUG || ''))
  debug = function() {
    var m = util.format.apply(util, arguments)
    m = 'GFS4: ' + m.split(/\n/).join('\nGFS4: ')
    console.error(m)
  }

// Once time initialization
if (!fs[gracefulQueue]) {
  // This queue can be shared by multiple loaded instances
  var queue = global[gracefulQueue] || []
  publishQueue(fs, queue)

  // Patch fs.close/closeSync to shared queue version, because we need
  // to retry() whenever a close happens *anywhere* in the program.
  // This is essential when multiple graceful-fs instances are
  // in play at the same time.
  fs.close = (function (fs$close) {
    function close (fd, cb) {
      return fs$close.call(fs, fd, function (err) {
        // This function uses the graceful-fs shared queue
        if (!err) {
          resetQueue()
        }

        if (typeof cb === 'function')
          cb.apply(this, arguments)
      })
    }

    Object.defineProperty(close, previousSymbol, {
      value: fs$close
    })
    return close
  })(fs.close)

  fs.closeSync = (function (fs$closeSync) {
    function closeSync (fd) {
      // This function uses the graceful-fs shared queue
      fs$closeSync.apply(fs, arguments)
      resetQueue()
    }

    Object.defineProperty(closeSync, previousSymbol, {
      value: fs$closeSync
    })
    return closeSync
  })(fs.closeSync)

  if (/\bgfs4\b/i.test(process.env.NODE_DEBUG || '')) {
    process.on('exit', function() {
      debug(fs[gracefulQueue])
      __nccwpck_require__(2613).equal(fs[gracefulQueue].length, 0)
    })
  }
}

if (!global[gracefulQueue]) {
  publishQueue(global, fs[gracefulQueue]);
}

module.exports = patch(clone(fs))
if (process.env.TEST_GRACEFUL_FS_GLOBAL_PATCH && !fs.__patched) {
    module.exports = patch(fs)
    fs.__patched = true;
}

function patch (fs) {
  // Everything that references the open() function needs to be in here
  polyfills(fs)
  fs.gracefulify = patch

  fs.createReadStream = createReadStream
  fs.createWriteStream = createWriteStream
  var fs$readFile = fs.readFile
  fs.readFile = readFile
  function readFile (path, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    return go$readFile(path, options, cb)

    function go$readFile (path, options, cb, startTime) {
      return fs$readFile(path, options, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$readFile, [path, options, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$writeFile = fs.writeFile
  fs.writeFile = writeFile
  function writeFile (path, data, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    return go$writeFile(path, data, options, cb)

    function go$writeFile (path, data, options, cb, startTime) {
      return fs$writeFile(path, data, options, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$writeFile, [path, data, options, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$appendFile = fs.appendFile
  if (fs$appendFile)
    fs.appendFile = appendFile
  function appendFile (path, data, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    return go$appendFile(path, data, options, cb)

    function go$appendFile (path, data, options, cb, startTime) {
      return fs$appendFile(path, data, options, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$appendFile, [path, data, options, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$copyFile = fs.copyFile
  if (fs$copyFile)
    fs.copyFile = copyFile
  function copyFile (src, dest, flags, cb) {
    if (typeof flags === 'function') {
      cb = flags
      flags = 0
    }
    return go$copyFile(src, dest, flags, cb)

    function go$copyFile (src, dest, flags, cb, startTime) {
      return fs$copyFile(src, dest, flags, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$copyFile, [src, dest, flags, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$readdir = fs.readdir
  fs.readdir = readdir
  var noReaddirOptionVersions = /^v[0-5]\./
  function readdir (path, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    var go$readdir = noReaddirOptionVersions.test(process.version)
      ? function go$readdir (path, options, cb, startTime) {
        return fs$readdir(path, fs$readdirCallback(
          path, options, cb, startTime
        ))
      }
      : function go$readdir (path, options, cb, startTime) {
        return fs$readdir(path, options, fs$readdirCallback(
          path, options, cb, startTime
        ))
      }

    return go$readdir(path, options, cb)

    function fs$readdirCallback (path, options, cb, startTime) {
      return function (err, files) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([
            go$readdir,
            [path, options, cb],
            err,
            startTime || Date.now(),
            Date.now()
          ])
        else {
          if (files && files.sort)
            files.sort()

          if (typeof cb === 'function')
            cb.call(this, err, files)
        }
      }
    }
  }

  if (process.version.substr(0, 4) === 'v0.8') {
    var legStreams = legacy(fs)
    ReadStream = legStreams.ReadStream
    WriteStream = legStreams.WriteStream
  }

  var fs$ReadStream = fs.ReadStream
  if (fs$ReadStream) {
    ReadStream.prototype = Object.create(fs$ReadStream.prototype)
    ReadStream.prototype.open = ReadStream$open
  }

  var fs$WriteStream = fs.WriteStream
  if (fs$WriteStream) {
    WriteStream.prototype = Object.create(fs$WriteStream.prototype)
    WriteStream.prototype.open = WriteStream$open
  }

  Object.defineProperty(fs, 'ReadStream', {
    get: function () {
      return ReadStream
    },
    set: function (val) {
      ReadStream = val
    },
    enumerable: true,
    configurable: true
  })
  Object.defineProperty(fs, 'WriteStream', {
    get: function () {
      return WriteStream
    },
    set: function (val) {
      WriteStream = val
    },
    enumerable: true,
    configurable: true
  })

  // legacy names
  var FileReadStream = ReadStream
  Object.defineProperty(fs, 'FileReadStream', {
    get: function () {
      return FileReadStream
    },
    set: function (val) {
      FileReadStream = val
    },
    enumerable: true,
    configurable: true
  })
  var FileWriteStream = WriteStream
  Object.defineProperty(fs, 'FileWriteStream', {
    get: function () {
      return FileWriteStream
    },
    set: function (val) {
      FileWriteStream = val
    },
    enumerable: true,
    configurable: true
  })

  function ReadStream (path, options) {
    if (this instanceof ReadStream)
      return fs$ReadStream.apply(this, arguments), this
    else
      return ReadStream.apply(Object.create(ReadStream.prototype), arguments)
  }

  function ReadStream$open () {
    var that = this
    open(that.path, that.flags, that.mode, function (err, fd) {
      if (err) {
        if (that.autoClose)
          that.destroy()

        that.emit('error', err)
      } else {
        that.fd = fd
        that.emit('open', fd)
        that.read()
      }
    })
  }

  function WriteStream (path, options) {
    if (this instanceof WriteStream)
      return fs$WriteStream.apply(this, arguments), this
    else
      return WriteStream.apply(Object.create(WriteStream.prototype), arguments)
  }

  function WriteStream$open () {
    var that = this
    open(that.path, that.flags, that.mode, function (err, fd) {
      if (err) {
        that.destroy()
        that.emit('error', err)
      } else {
        that.fd = fd
        that.emit('open', fd)
      }
    })
  }

  function createReadStream (path, options) {
    return new fs.ReadStream(path, options)
  }

  function createWriteStream (path, options) {
    return new fs.WriteStream(path, options)
  }

  var fs$open = fs.open
  fs.open = open
  function open (path, flags, mode, cb) {
    if (typeof mode === 'function')
      cb = mode, mode = null

    return go$open(path, flags, mode, cb)

    function go$open (path, flags, mode, cb, startTime) {
      return fs$open(path, flags, mode, function (err, fd) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$open, [path, flags, mode, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  return fs
}

function enqueue (elem) {
  debug('ENQUEUE', elem[0].name, elem[1])
  fs[gracefulQueue].push(elem)
  retry()
}

// keep track of the timeout between retry() calls
var retryTimer

// reset the startTime and lastTime to now
// this resets the start of the 60 second overall timeout as well as the
// delay between attempts so that we'll retry these jobs sooner
function resetQueue () {
  var now = Date.now()
  for (var i = 0; i < fs[gracefulQueue].length; ++i) {
    // entries that are only a length of 2 are from an older version, don't
    // bother modifying those since they'll be retried anyway.
    if (fs[gracefulQueue][i].length > 2) {
      fs[gracefulQueue][i][3] = now // startTime
      fs[gracefulQueue][i][4] = now // lastTime
    }
  }
  // call retry to make sure we're actively processing the queue
  retry()
}

function retry () {
  // clear the timer and remove it to help prevent unintended concurrency
  clearTimeout(retryTimer)
  retryTimer = undefined

  if (fs[gracefulQueue].length === 0)
    return

  var elem = fs[gracefulQueue].shift()
  var fn = elem[0]
  var args = elem[1]
  // these items may be unset if they were added by an older graceful-fs
  var err = elem[2]
  var startTime = elem[3]
  var lastTime = elem[4]

  // if we don't have a startTime we have no way of knowing if we've waited
  // long enough, so go ahead and retry this item now
  if (startTime === undefined) {
    debug('RETRY', fn.name, args)
    fn.apply(null, args)
  } else if (Date.now() - startTime >= 60000) {
    // it's been more than 60 seconds total, bail now
    debug('TIMEOUT', fn.name, args)
    var cb = args.pop()
    if (typeof cb === 'function')
      cb.call(null, err)
  } else {
    // the amount of time between the last attempt and right now
    var sinceAttempt = Date.now() - lastTime
    // the amount of time between when we first tried, and when we last tried
    // rounded up to at least 1
    var sinceStart = Math.max(lastTime - startTime, 1)
    // backoff. wait longer than the total time we've been retrying, but only
    // up to a maximum of 100ms
    var desiredDelay = Math.min(sinceStart * 1.2, 100)
    // it's been long enough since the last retry, do it again
    if (sinceAttempt >= desiredDelay) {
      debug('RETRY', fn.name, args)
      fn.apply(null, args.concat([startTime]))
    } else {
      // if we can't do this job yet, push it to the end of the queue
      // and let the next iteration check again
      fs[gracefulQueue].push(elem)
    }
  }

  // schedule our next run if one isn't already scheduled
  if (retryTimer === undefined) {
    retryTimer = setTimeout(retry, 0)
  }
}


/***/ }),

/***/ 2270:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var Stream = (__nccwpck_require__(2203).Stream)

module.exports = legacy

function legacy (fs) {
  return {
    ReadStream: ReadStream,
    WriteStream: WriteStream
  }

  function ReadStream (path, options) {
    if (!(this instanceof ReadStream)) return new ReadStream(path, options);

    Stream.call(this);

    var self = this;

    this.path = path;
    this.fd = null;
    this.readable = true;
    this.paused = false;

    this.flags = 'r';
    this.mode = 438; /*=0666*/
    this.bufferSize = 64 * 1024;

    options = options || {};

    // Mixin options into this
    var keys = Object.keys(options);
    for (var index = 0, length = keys.length; index < length; index++) {
      var key = keys[index];
      this[key] = options[key];
    }

    if (this.encoding) this.setEncoding(this.encoding);

    if (this.start !== undefined) {
      if ('number' !== typeof this.start) {
        throw TypeError('start must be a Number');
      }
      if (this.end === undefined) {
        this.end = Infinity;
      } else if ('number' !== typeof this.end) {
        throw TypeError('end must be a Number');
      }

      if (this.start > this.end) {
        throw new Error('start must be <= end');
      }

      this.pos = this.start;
    }

    if (this.fd !== null) {
      process.nextTick(function() {
        self._read();
      });
      return;
    }

    fs.open(this.path, this.flags, this.mode, function (err, fd) {
      if (err) {
        self.emit('error', err);
        self.readable = false;
        return;
      }

      self.fd = fd;
      self.emit('open', fd);
      self._read();
    })
  }

  function WriteStream (path, options) {
    if (!(this instanceof WriteStream)) return new WriteStream(path, options);

    Stream.call(this);

    this.path = path;
    this.fd = null;
    this.writable = true;

    this.flags = 'w';
    this.encoding = 'binary';
    this.mode = 438; /*=0666*/
    this.bytesWritten = 0;

    options = options || {};

    // Mixin options into this
    var keys = Object.keys(options);
    for (var index = 0, length = keys.length; index < length; index++) {
      var key = keys[index];
      this[key] = options[key];
    }

    if (this.start !== undefined) {
      if ('number' !== typeof this.start) {
        throw TypeError('start must be a Number');
      }
      if (this.start < 0) {
        throw new Error('start must be >= zero');
      }

      this.pos = this.start;
    }

    this.busy = false;
    this._queue = [];

    if (this.fd === null) {
      this._open = fs.open;
      this._queue.push([this._open, this.path, this.flags, this.mode, undefined]);
      this.flush();
    }
  }
}


/***/ }),

/***/ 3501:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var constants = __nccwpck_require__(9140)

var origCwd = process.cwd
var cwd = null

var platform = process.env.GRACEFUL_FS_PLATFORM || process.platform

process.cwd = function() {
  if (!cwd)
    cwd = origCwd.call(process)
  return cwd
}
try {
  process.cwd()
} catch (er) {}

// This check is needed until node.js 12 is required
if (typeof process.chdir === 'function') {
  var chdir = process.chdir
  process.chdir = function (d) {
    cwd = null
    chdir.call(process, d)
  }
  if (Object.setPrototypeOf) Object.setPrototypeOf(process.chdir, chdir)
}

module.exports = patch

function patch (fs) {
  // (re-)implement some things that are known busted or missing.

  // lchmod, broken prior to 0.6.2
  // back-port the fix here.
  if (constants.hasOwnProperty('O_SYMLINK') &&
      process.version.match(/^v0\.6\.[0-2]|^v0\.5\./)) {
    patchLchmod(fs)
  }

  // lutimes implementation, or no-op
  if (!fs.lutimes) {
    patchLutimes(fs)
  }

  // https://github.com/isaacs/node-graceful-fs/issues/4
  // Chown should not fail on einval or eperm if non-root.
  // It should not fail on enosys ever, as this just indicates
  // that a fs doesn't support the intended operation.

  fs.chown = chownFix(fs.chown)
  fs.fchown = chownFix(fs.fchown)
  fs.lchown = chownFix(fs.lchown)

  fs.chmod = chmodFix(fs.chmod)
  fs.fchmod = chmodFix(fs.fchmod)
  fs.lchmod = chmodFix(fs.lchmod)

  fs.chownSync = chownFixSync(fs.chownSync)
  fs.fchownSync = chownFixSync(fs.fchownSync)
  fs.lchownSync = chownFixSync(fs.lchownSync)

  fs.chmodSync = chmodFixSync(fs.chmodSync)
  fs.fchmodSync = chmodFixSync(fs.fchmodSync)
  fs.lchmodSync = chmodFixSync(fs.lchmodSync)

  fs.stat = statFix(fs.stat)
  fs.fstat = statFix(fs.fstat)
  fs.lstat = statFix(fs.lstat)

  fs.statSync = statFixSync(fs.statSync)
  fs.fstatSync = statFixSync(fs.fstatSync)
  fs.lstatSync = statFixSync(fs.lstatSync)

  // if lchmod/lchown do not exist, then make them no-ops
  if (fs.chmod && !fs.lchmod) {
    fs.lchmod = function (path, mode, cb) {
      if (cb) process.nextTick(cb)
    }
    fs.lchmodSync = function () {}
  }
  if (fs.chown && !fs.lchown) {
    fs.lchown = function (path, uid, gid, cb) {
      if (cb) process.nextTick(cb)
    }
    fs.lchownSync = function () {}
  }

  // on Windows, A/V software can lock the directory, causing this
  // to fail with an EACCES or EPERM if the directory contains newly
  // created files.  Try again on failure, for up to 60 seconds.

  // Set the timeout this long because some Windows Anti-Virus, such as Parity
  // bit9, may lock files for up to a minute, causing npm package install
  // failures. Also, take care to yield the scheduler. Windows scheduling gives
  // CPU to a busy looping process, which can cause the program causing the lock
  // contention to be starved of CPU by node, so the contention doesn't resolve.
  if (platform === "win32") {
    fs.rename = typeof fs.rename !== 'function' ? fs.rename
    : (function (fs$rename) {
      function rename (from, to, cb) {
        var start = Date.now()
        var backoff = 0;
        fs$rename(from, to, function CB (er) {
          if (er
              && (er.code === "EACCES" || er.code === "EPERM" || er.code === "EBUSY")
              && Date.now() - start < 60000) {
            setTimeout(function() {
              fs.stat(to, function (stater, st) {
                if (stater && stater.code === "ENOENT")
                  fs$rename(from, to, CB);
                else
                  cb(er)
              })
            }, backoff)
            if (backoff < 100)
              backoff += 10;
            return;
          }
          if (cb) cb(er)
        })
      }
      if (Object.setPrototypeOf) Object.setPrototypeOf(rename, fs$rename)
      return rename
    })(fs.rename)
  }

  // if read() returns EAGAIN, then just try it again.
  fs.read = typeof fs.read !== 'function' ? fs.read
  : (function (fs$read) {
    function read (fd, buffer, offset, length, position, callback_) {
      var callback
      if (callback_ && typeof callback_ === 'function') {
        var eagCounter = 0
        callback = function (er, _, __) {
          if (er && er.code === 'EAGAIN' && eagCounter < 10) {
            eagCounter ++
            return fs$read.call(fs, fd, buffer, offset, length, position, callback)
          }
          callback_.apply(this, arguments)
        }
      }
      return fs$read.call(fs, fd, buffer, offset, length, position, callback)
    }

    // This ensures `util.promisify` works as it does for native `fs.read`.
    if (Object.setPrototypeOf) Object.setPrototypeOf(read, fs$read)
    return read
  })(fs.read)

  fs.readSync = typeof fs.readSync !== 'function' ? fs.readSync
  : (function (fs$readSync) { return function (fd, buffer, offset, length, position) {
    var eagCounter = 0
    while (true) {
      try {
        return fs$readSync.call(fs, fd, buffer, offset, length, position)
      } catch (er) {
        if (er.code === 'EAGAIN' && eagCounter < 10) {
          eagCounter ++
          continue
        }
        throw er
      }
    }
  }})(fs.readSync)

  function patchLchmod (fs) {
    fs.lchmod = function (path, mode, callback) {
      fs.open( path
             , constants.O_WRONLY | constants.O_SYMLINK
             , mode
             , function (err, fd) {
        if (err) {
          if (callback) callback(err)
          return
        }
        // prefer to return the chmod error, if one occurs,
        // but still try to close, and report closing errors if they occur.
        fs.fchmod(fd, mode, function (err) {
          fs.close(fd, function(err2) {
            if (callback) callback(err || err2)
          })
        })
      })
    }

    fs.lchmodSync = function (path, mode) {
      var fd = fs.openSync(path, constants.O_WRONLY | constants.O_SYMLINK, mode)

      // prefer to return the chmod error, if one occurs,
      // but still try to close, and report closing errors if they occur.
      var threw = true
      var ret
      try {
        ret = fs.fchmodSync(fd, mode)
        threw = false
      } finally {
        if (threw) {
          try {
            fs.closeSync(fd)
          } catch (er) {}
        } else {
          fs.closeSync(fd)
        }
      }
      return ret
    }
  }

  function patchLutimes (fs) {
    if (constants.hasOwnProperty("O_SYMLINK") && fs.futimes) {
      fs.lutimes = function (path, at, mt, cb) {
        fs.open(path, constants.O_SYMLINK, function (er, fd) {
          if (er) {
            if (cb) cb(er)
            return
          }
          fs.futimes(fd, at, mt, function (er) {
            fs.close(fd, function (er2) {
              if (cb) cb(er || er2)
            })
          })
        })
      }

      fs.lutimesSync = function (path, at, mt) {
        var fd = fs.openSync(path, constants.O_SYMLINK)
        var ret
        var threw = true
        try {
          ret = fs.futimesSync(fd, at, mt)
          threw = false
        } finally {
          if (threw) {
            try {
              fs.closeSync(fd)
            } catch (er) {}
          } else {
            fs.closeSync(fd)
          }
        }
        return ret
      }

    } else if (fs.futimes) {
      fs.lutimes = function (_a, _b, _c, cb) { if (cb) process.nextTick(cb) }
      fs.lutimesSync = function () {}
    }
  }

  function chmodFix (orig) {
    if (!orig) return orig
    return function (target, mode, cb) {
      return orig.call(fs, target, mode, function (er) {
        if (chownErOk(er)) er = null
        if (cb) cb.apply(this, arguments)
      })
    }
  }

  function chmodFixSync (orig) {
    if (!orig) return orig
    return function (target, mode) {
      try {
        return orig.call(fs, target, mode)
      } catch (er) {
        if (!chownErOk(er)) throw er
      }
    }
  }


  function chownFix (orig) {
    if (!orig) return orig
    return function (target, uid, gid, cb) {
      return orig.call(fs, target, uid, gid, function (er) {
        if (chownErOk(er)) er = null
        if (cb) cb.apply(this, arguments)
      })
    }
  }

  function chownFixSync (orig) {
    if (!orig) return orig
    return function (target, uid, gid) {
      try {
        return orig.call(fs, target, uid, gid)
      } catch (er) {
        if (!chownErOk(er)) throw er
      }
    }
  }

  function statFix (orig) {
    if (!orig) return orig
    // Older versions of Node erroneously returned signed integers for
    // uid + gid.
    return function (target, options, cb) {
      if (typeof options === 'function') {
        cb = options
        options = null
      }
      function callback (er, stats) {
        if (stats) {
          if (stats.uid < 0) stats.uid += 0x100000000
          if (stats.gid < 0) stats.gid += 0x100000000
        }
        if (cb) cb.apply(this, arguments)
      }
      return options ? orig.call(fs, target, options, callback)
        : orig.call(fs, target, callback)
    }
  }

  function statFixSync (orig) {
    if (!orig) return orig
    // Older versions of Node erroneously returned signed integers for
    // uid + gid.
    return function (target, options) {
      var stats = options ? orig.call(fs, target, options)
        : orig.call(fs, target)
      if (stats) {
        if (stats.uid < 0) stats.uid += 0x100000000
        if (stats.gid < 0) stats.gid += 0x100000000
      }
      return stats;
    }
  }

  // ENOSYS means that the fs doesn't support the op. Just ignore
  // that, because it doesn't matter.
  //
  // if there's no getuid, or if getuid() is something other
  // than 0, and the error is EINVAL or EPERM, then just ignore
  // it.
  //
  // This specific case is a silent failure in cp, install, tar,
  // and most other unix tools that manage permissions.
  //
  // When running as root, or if other types of errors are
  // encountered, then it's strict.
  function chownErOk (er) {
    if (!er)
      return true

    if (er.code === "ENOSYS")
      return true

    var nonroot = !process.getuid || process.getuid() !== 0
    if (nonroot) {
      if (er.code === "EINVAL" || er.code === "EPERM")
        return true
    }

    return false
  }
}


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

/***/ 3648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const lockfile = __nccwpck_require__(743);
const { toPromise, toSync, toSyncOptions } = __nccwpck_require__(3271);

async function lock(file, options) {
    const release = await toPromise(lockfile.lock)(file, options);

    return toPromise(release);
}

function lockSync(file, options) {
    const release = toSync(lockfile.lock)(file, toSyncOptions(options));

    return toSync(release);
}

function unlock(file, options) {
    return toPromise(lockfile.unlock)(file, options);
}

function unlockSync(file, options) {
    return toSync(lockfile.unlock)(file, toSyncOptions(options));
}

function check(file, options) {
    return toPromise(lockfile.check)(file, options);
}

function checkSync(file, options) {
    return toSync(lockfile.check)(file, toSyncOptions(options));
}

module.exports = lock;
module.exports.lock = lock;
module.exports.unlock = unlock;
module.exports.lockSync = lockSync;
module.exports.unlockSync = unlockSync;
module.exports.check = check;
module.exports.checkSync = checkSync;


/***/ }),

/***/ 3271:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const fs = __nccwpck_require__(5744);

function createSyncFs(fs) {
    const methods = ['mkdir', 'realpath', 'stat', 'rmdir', 'utimes'];
    const newFs = { ...fs };

    methods.forEach((method) => {
        newFs[method] = (...args) => {
            const callback = args.pop();
            let ret;

            try {
                ret = fs[`${method}Sync`](...args);
            } catch (err) {
                return callback(err);
            }

            callback(null, ret);
        };
    });

    return newFs;
}

// ----------------------------------------------------------

function toPromise(method) {
    return (...args) => new Promise((resolve, reject) => {
        args.push((err, result) => {
            if (err) {
                reject(err);
            } else {
                resolve(result);
            }
        });

        method(...args);
    });
}

function toSync(method) {
    return (...args) => {
        let err;
        let result;

        args.push((_err, _result) => {
            err = _err;
            result = _result;
        });

        method(...args);

        if (err) {
            throw err;
        }

        return result;
    };
}

function toSyncOptions(options) {
    // Shallow clone options because we are oging to mutate them
    options = { ...options };

    // Transform fs to use the sync methods instead
    options.fs = createSyncFs(options.fs || fs);

    // Retries are not allowed because it requires the flow to be sync
    if (
        (typeof options.retries === 'number' && options.retries > 0) ||
        (options.retries && typeof options.retries.retries === 'number' && options.retries.retries > 0)
    ) {
        throw Object.assign(new Error('Cannot use retries with the sync api'), { code: 'ESYNC' });
    }

    return options;
}

module.exports = {
    toPromise,
    toSync,
    toSyncOptions,
};


/***/ }),

/***/ 743:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const path = __nccwpck_require__(6928);
const fs = __nccwpck_require__(5744);
const retry = __nccwpck_require__(5546);
const onExit = __nccwpck_require__(6627);
const mtimePrecision = __nccwpck_require__(4747);

const locks = {};

function getLockFile(file, options) {
    return options.lockfilePath || `${file}.lock`;
}

function resolveCanonicalPath(file, options, callback) {
    if (!options.realpath) {
        return callback(null, path.resolve(file));
    }

    // Use realpath to resolve symlinks
    // It also resolves relative paths
    options.fs.realpath(file, callback);
}

function acquireLock(file, options, callback) {
    const lockfilePath = getLockFile(file, options);

    // Use mkdir to create the lockfile (atomic operation)
    options.fs.mkdir(lockfilePath, (err) => {
        if (!err) {
            // At this point, we acquired the lock!
            // Probe the mtime precision
            return mtimePrecision.probe(lockfilePath, options.fs, (err, mtime, mtimePrecision) => {
                // If it failed, try to remove the lock..
                /* istanbul ignore if */
                if (err) {
                    options.fs.rmdir(lockfilePath, () => {});

                    return callback(err);
                }

                callback(null, mtime, mtimePrecision);
            });
        }

        // If error is not EEXIST then some other error occurred while locking
        if (err.code !== 'EEXIST') {
            return callback(err);
        }

        // Otherwise, check if lock is stale by analyzing the file mtime
        if (options.stale <= 0) {
            return callback(Object.assign(new Error('Lock file is already being held'), { code: 'ELOCKED', file }));
        }

        options.fs.stat(lockfilePath, (err, stat) => {
            if (err) {
                // Retry if the lockfile has been removed (meanwhile)
                // Skip stale check to avoid recursiveness
                if (err.code === 'ENOENT') {
                    return acquireLock(file, { ...options, stale: 0 }, callback);
                }

                return callback(err);
            }

            if (!isLockStale(stat, options)) {
                return callback(Object.assign(new Error('Lock file is already being held'), { code: 'ELOCKED', file }));
            }

            // If it's stale, remove it and try again!
            // Skip stale check to avoid recursiveness
            removeLock(file, options, (err) => {
                if (err) {
                    return callback(err);
                }

                acquireLock(file, { ...options, stale: 0 }, callback);
            });
        });
    });
}

function isLockStale(stat, options) {
    return stat.mtime.getTime() < Date.now() - options.stale;
}

function removeLock(file, options, callback) {
    // Remove lockfile, ignoring ENOENT errors
    options.fs.rmdir(getLockFile(file, options), (err) => {
        if (err && err.code !== 'ENOENT') {
            return callback(err);
        }

        callback();
    });
}

function updateLock(file, options) {
    const lock = locks[file];

    // Just for safety, should never happen
    /* istanbul ignore if */
    if (lock.updateTimeout) {
        return;
    }

    lock.updateDelay = lock.updateDelay || options.update;
    lock.updateTimeout = setTimeout(() => {
        lock.updateTimeout = null;

        // Stat the file to check if mtime is still ours
        // If it is, we can still recover from a system sleep or a busy event loop
        options.fs.stat(lock.lockfilePath, (err, stat) => {
            const isOverThreshold = lock.lastUpdate + options.stale < Date.now();

            // If it failed to update the lockfile, keep trying unless
            // the lockfile was deleted or we are over the threshold
            if (err) {
                if (err.code === 'ENOENT' || isOverThreshold) {
                    return setLockAsCompromised(file, lock, Object.assign(err, { code: 'ECOMPROMISED' }));
                }

                lock.updateDelay = 1000;

                return updateLock(file, options);
            }

            const isMtimeOurs = lock.mtime.getTime() === stat.mtime.getTime();

            if (!isMtimeOurs) {
                return setLockAsCompromised(
                    file,
                    lock,
                    Object.assign(
                        new Error('Unable to update lock within the stale threshold'),
                        { code: 'ECOMPROMISED' }
                    ));
            }

            const mtime = mtimePrecision.getMtime(lock.mtimePrecision);

            options.fs.utimes(lock.lockfilePath, mtime, mtime, (err) => {
                const isOverThreshold = lock.lastUpdate + options.stale < Date.now();

                // Ignore if the lock was released
                if (lock.released) {
                    return;
                }

                // If it failed to update the lockfile, keep trying unless
                // the lockfile was deleted or we are over the threshold
                if (err) {
                    if (err.code === 'ENOENT' || isOverThreshold) {
                        return setLockAsCompromised(file, lock, Object.assign(err, { code: 'ECOMPROMISED' }));
                    }

                    lock.updateDelay = 1000;

                    return updateLock(file, options);
                }

                // All ok, keep updating..
                lock.mtime = mtime;
                lock.lastUpdate = Date.now();
                lock.updateDelay = null;
                updateLock(file, options);
            });
        });
    }, lock.updateDelay);

    // Unref the timer so that the nodejs process can exit freely
    // This is safe because all acquired locks will be automatically released
    // on process exit

    // We first check that `lock.updateTimeout.unref` exists because some users
    // may be using this module outside of NodeJS (e.g., in an electron app),
    // and in those cases `setTimeout` return an integer.
    /* istanbul ignore else */
    if (lock.updateTimeout.unref) {
        lock.updateTimeout.unref();
    }
}

function setLockAsCompromised(file, lock, err) {
    // Signal the lock has been released
    lock.released = true;

    // Cancel lock mtime update
    // Just for safety, at this point updateTimeout should be null
    /* istanbul ignore if */
    if (lock.updateTimeout) {
        clearTimeout(lock.updateTimeout);
    }

    if (locks[file] === lock) {
        delete locks[file];
    }

    lock.options.onCompromised(err);
}

// ----------------------------------------------------------

function lock(file, options, callback) {
    /* istanbul ignore next */
    options = {
        stale: 10000,
        update: null,
        realpath: true,
        retries: 0,
        fs,
        onCompromised: (err) => { throw err; },
        ...options,
    };

    options.retries = options.retries || 0;
    options.retries = typeof options.retries === 'number' ? { retries: options.retries } : options.retries;
    options.stale = Math.max(options.stale || 0, 2000);
    options.update = options.update == null ? options.stale / 2 : options.update || 0;
    options.update = Math.max(Math.min(options.update, options.stale / 2), 1000);

    // Resolve to a canonical file path
    resolveCanonicalPath(file, options, (err, file) => {
        if (err) {
            return callback(err);
        }

        // Attempt to acquire the lock
        const operation = retry.operation(options.retries);

        operation.attempt(() => {
            acquireLock(file, options, (err, mtime, mtimePrecision) => {
                if (operation.retry(err)) {
                    return;
                }

                if (err) {
                    return callback(operation.mainError());
                }

                // We now own the lock
                const lock = locks[file] = {
                    lockfilePath: getLockFile(file, options),
                    mtime,
                    mtimePrecision,
                    options,
                    lastUpdate: Date.now(),
                };

                // We must keep the lock fresh to avoid staleness
                updateLock(file, options);

                callback(null, (releasedCallback) => {
                    if (lock.released) {
                        return releasedCallback &&
                            releasedCallback(Object.assign(new Error('Lock is already released'), { code: 'ERELEASED' }));
                    }

                    // Not necessary to use realpath twice when unlocking
                    unlock(file, { ...options, realpath: false }, releasedCallback);
                });
            });
        });
    });
}

function unlock(file, options, callback) {
    options = {
        fs,
        realpath: true,
        ...options,
    };

    // Resolve to a canonical file path
    resolveCanonicalPath(file, options, (err, file) => {
        if (err) {
            return callback(err);
        }

        // Skip if the lock is not acquired
        const lock = locks[file];

        if (!lock) {
            return callback(Object.assign(new Error('Lock is not acquired/owned by you'), { code: 'ENOTACQUIRED' }));
        }

        lock.updateTimeout && clearTimeout(lock.updateTimeout); // Cancel lock mtime update
        lock.released = true; // Signal the lock has been released
        delete locks[file]; // Delete from locks

        removeLock(file, options, callback);
    });
}

function check(file, options, callback) {
    options = {
        stale: 10000,
        realpath: true,
        fs,
        ...options,
    };

    options.stale = Math.max(options.stale || 0, 2000);

    // Resolve to a canonical file path
    resolveCanonicalPath(file, options, (err, file) => {
        if (err) {
            return callback(err);
        }

        // Check if lockfile exists
        options.fs.stat(getLockFile(file, options), (err, stat) => {
            if (err) {
                // If does not exist, file is not locked. Otherwise, callback with error
                return err.code === 'ENOENT' ? callback(null, false) : callback(err);
            }

            // Otherwise, check if lock is stale by analyzing the file mtime
            return callback(null, !isLockStale(stat, options));
        });
    });
}

function getLocks() {
    return locks;
}

// Remove acquired locks on exit
/* istanbul ignore next */
onExit(() => {
    for (const file in locks) {
        const options = locks[file].options;

        try { options.fs.rmdirSync(getLockFile(file, options)); } catch (e) { /* Empty */ }
    }
});

module.exports.lock = lock;
module.exports.unlock = unlock;
module.exports.check = check;
module.exports.getLocks = getLocks;


/***/ }),

/***/ 4747:
/***/ ((module) => {



const cacheSymbol = Symbol();

function probe(file, fs, callback) {
    const cachedPrecision = fs[cacheSymbol];

    if (cachedPrecision) {
        return fs.stat(file, (err, stat) => {
            /* istanbul ignore if */
            if (err) {
                return callback(err);
            }

            callback(null, stat.mtime, cachedPrecision);
        });
    }

    // Set mtime by ceiling Date.now() to seconds + 5ms so that it's "not on the second"
    const mtime = new Date((Math.ceil(Date.now() / 1000) * 1000) + 5);

    fs.utimes(file, mtime, mtime, (err) => {
        /* istanbul ignore if */
        if (err) {
            return callback(err);
        }

        fs.stat(file, (err, stat) => {
            /* istanbul ignore if */
            if (err) {
                return callback(err);
            }

            const precision = stat.mtime.getTime() % 1000 === 0 ? 's' : 'ms';

            // Cache the precision in a non-enumerable way
            Object.defineProperty(fs, cacheSymbol, { value: precision });

            callback(null, stat.mtime, precision);
        });
    });
}

function getMtime(precision) {
    let now = Date.now();

    if (precision === 's') {
        now = Math.ceil(now / 1000) * 1000;
    }

    return new Date(now);
}

module.exports.probe = probe;
module.exports.getMtime = getMtime;


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

/***/ 5546:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(7084);

/***/ }),

/***/ 7084:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var RetryOperation = __nccwpck_require__(7157);

exports.operation = function(options) {
  var timeouts = exports.timeouts(options);
  return new RetryOperation(timeouts, {
      forever: options && options.forever,
      unref: options && options.unref,
      maxRetryTime: options && options.maxRetryTime
  });
};

exports.timeouts = function(options) {
  if (options instanceof Array) {
    return [].concat(options);
  }

  var opts = {
    retries: 10,
    factor: 2,
    minTimeout: 1 * 1000,
    maxTimeout: Infinity,
    randomize: false
  };
  for (var key in options) {
    opts[key] = options[key];
  }

  if (opts.minTimeout > opts.maxTimeout) {
    throw new Error('minTimeout is greater than maxTimeout');
  }

  var timeouts = [];
  for (var i = 0; i < opts.retries; i++) {
    timeouts.push(this.createTimeout(i, opts));
  }

  if (options && options.forever && !timeouts.length) {
    timeouts.push(this.createTimeout(i, opts));
  }

  // sort the array numerically ascending
  timeouts.sort(function(a,b) {
    return a - b;
  });

  return timeouts;
};

exports.createTimeout = function(attempt, opts) {
  var random = (opts.randomize)
    ? (Math.random() + 1)
    : 1;

  var timeout = Math.round(random * opts.minTimeout * Math.pow(opts.factor, attempt));
  timeout = Math.min(timeout, opts.maxTimeout);

  return timeout;
};

exports.wrap = function(obj, options, methods) {
  if (options instanceof Array) {
    methods = options;
    options = null;
  }

  if (!methods) {
    methods = [];
    for (var key in obj) {
      if (typeof obj[key] === 'function') {
        methods.push(key);
      }
    }
  }

  for (var i = 0; i < methods.length; i++) {
    var method   = methods[i];
    var original = obj[method];

    obj[method] = function retryWrapper(original) {
      var op       = exports.operation(options);
      var args     = Array.prototype.slice.call(arguments, 1);
      var callback = args.pop();

      args.push(function(err) {
        if (op.retry(err)) {
          return;
        }
        if (err) {
          arguments[0] = op.mainError();
        }
        callback.apply(this, arguments);
      });

      op.attempt(function() {
        original.apply(obj, args);
      });
    }.bind(obj, original);
    obj[method].options = options;
  }
};


/***/ }),

/***/ 7157:
/***/ ((module) => {

function RetryOperation(timeouts, options) {
  // Compatibility for the old (timeouts, retryForever) signature
  if (typeof options === 'boolean') {
    options = { forever: options };
  }

  this._originalTimeouts = JSON.parse(JSON.stringify(timeouts));
  this._timeouts = timeouts;
  this._options = options || {};
  this._maxRetryTime = options && options.maxRetryTime || Infinity;
  this._fn = null;
  this._errors = [];
  this._attempts = 1;
  this._operationTimeout = null;
  this._operationTimeoutCb = null;
  this._timeout = null;
  this._operationStart = null;

  if (this._options.forever) {
    this._cachedTimeouts = this._timeouts.slice(0);
  }
}
module.exports = RetryOperation;

RetryOperation.prototype.reset = function() {
  this._attempts = 1;
  this._timeouts = this._originalTimeouts;
}

RetryOperation.prototype.stop = function() {
  if (this._timeout) {
    clearTimeout(this._timeout);
  }

  this._timeouts       = [];
  this._cachedTimeouts = null;
};

RetryOperation.prototype.retry = function(err) {
  if (this._timeout) {
    clearTimeout(this._timeout);
  }

  if (!err) {
    return false;
  }
  var currentTime = new Date().getTime();
  if (err && currentTime - this._operationStart >= this._maxRetryTime) {
    this._errors.unshift(new Error('RetryOperation timeout occurred'));
    return false;
  }

  this._errors.push(err);

  var timeout = this._timeouts.shift();
  if (timeout === undefined) {
    if (this._cachedTimeouts) {
      // retry forever, only keep last error
      this._errors.splice(this._errors.length - 1, this._errors.length);
      this._timeouts = this._cachedTimeouts.slice(0);
      timeout = this._timeouts.shift();
    } else {
      return false;
    }
  }

  var self = this;
  var timer = setTimeout(function() {
    self._attempts++;

    if (self._operationTimeoutCb) {
      self._timeout = setTimeout(function() {
        self._operationTimeoutCb(self._attempts);
      }, self._operationTimeout);

      if (self._options.unref) {
          self._timeout.unref();
      }
    }

    self._fn(self._attempts);
  }, timeout);

  if (this._options.unref) {
      timer.unref();
  }

  return true;
};

RetryOperation.prototype.attempt = function(fn, timeoutOps) {
  this._fn = fn;

  if (timeoutOps) {
    if (timeoutOps.timeout) {
      this._operationTimeout = timeoutOps.timeout;
    }
    if (timeoutOps.cb) {
      this._operationTimeoutCb = timeoutOps.cb;
    }
  }

  var self = this;
  if (this._operationTimeoutCb) {
    this._timeout = setTimeout(function() {
      self._operationTimeoutCb();
    }, self._operationTimeout);
  }

  this._operationStart = new Date().getTime();

  this._fn(this._attempts);
};

RetryOperation.prototype.try = function(fn) {
  console.log('Using RetryOperation.try() is deprecated');
  this.attempt(fn);
};

RetryOperation.prototype.start = function(fn) {
  console.log('Using RetryOperation.start() is deprecated');
  this.attempt(fn);
};

RetryOperation.prototype.start = RetryOperation.prototype.try;

RetryOperation.prototype.errors = function() {
  return this._errors;
};

RetryOperation.prototype.attempts = function() {
  return this._attempts;
};

RetryOperation.prototype.mainError = function() {
  if (this._errors.length === 0) {
    return null;
  }

  var counts = {};
  var mainError = null;
  var mainErrorCount = 0;

  for (var i = 0; i < this._errors.length; i++) {
    var error = this._errors[i];
    var message = error.message;
    var count = (counts[message] || 0) + 1;

    counts[message] = count;

    if (count >= mainErrorCount) {
      mainError = error;
      mainErrorCount = count;
    }
  }

  return mainError;
};


/***/ }),

/***/ 6627:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// Note: since nyc uses this module to output coverage, any lines
// that are in the direct sync flow of nyc's outputCoverage are
// ignored, since we can never get coverage for them.
// grab a reference to node's real process object right away
var process = global.process

const processOk = function (process) {
  return process &&
    typeof process === 'object' &&
    typeof process.removeListener === 'function' &&
    typeof process.emit === 'function' &&
    typeof process.reallyExit === 'function' &&
    typeof process.listeners === 'function' &&
    typeof process.kill === 'function' &&
    typeof process.pid === 'number' &&
    typeof process.on === 'function'
}

// some kind of non-node environment, just no-op
/* istanbul ignore if */
if (!processOk(process)) {
  module.exports = function () {
    return function () {}
  }
} else {
  var assert = __nccwpck_require__(2613)
  var signals = __nccwpck_require__(1430)
  var isWin = /^win/i.test(process.platform)

  var EE = __nccwpck_require__(4434)
  /* istanbul ignore if */
  if (typeof EE !== 'function') {
    EE = EE.EventEmitter
  }

  var emitter
  if (process.__signal_exit_emitter__) {
    emitter = process.__signal_exit_emitter__
  } else {
    emitter = process.__signal_exit_emitter__ = new EE()
    emitter.count = 0
    emitter.emitted = {}
  }

  // Because this emitter is a global, we have to check to see if a
  // previous version of this library failed to enable infinite listeners.
  // I know what you're about to say.  But literally everything about
  // signal-exit is a compromise with evil.  Get used to it.
  if (!emitter.infinite) {
    emitter.setMaxListeners(Infinity)
    emitter.infinite = true
  }

  module.exports = function (cb, opts) {
    /* istanbul ignore if */
    if (!processOk(global.process)) {
      return function () {}
    }
    assert.equal(typeof cb, 'function', 'a callback must be provided for exit handler')

    if (loaded === false) {
      load()
    }

    var ev = 'exit'
    if (opts && opts.alwaysLast) {
      ev = 'afterexit'
    }

    var remove = function () {
      emitter.removeListener(ev, cb)
      if (emitter.listeners('exit').length === 0 &&
          emitter.listeners('afterexit').length === 0) {
        unload()
      }
    }
    emitter.on(ev, cb)

    return remove
  }

  var unload = function unload () {
    if (!loaded || !processOk(global.process)) {
      return
    }
    loaded = false

    signals.forEach(function (sig) {
      try {
        process.removeListener(sig, sigListeners[sig])
      } catch (er) {}
    })
    process.emit = originalProcessEmit
    process.reallyExit = originalProcessReallyExit
    emitter.count -= 1
  }
  module.exports.unload = unload

  var emit = function emit (event, code, signal) {
    /* istanbul ignore if */
    if (emitter.emitted[event]) {
      return
    }
    emitter.emitted[event] = true
    emitter.emit(event, code, signal)
  }

  // { <signal>: <listener fn>, ... }
  var sigListeners = {}
  signals.forEach(function (sig) {
    sigListeners[sig] = function listener () {
      /* istanbul ignore if */
      if (!processOk(global.process)) {
        return
      }
      // If there are no other listeners, an exit is coming!
      // Simplest way: remove us and then re-send the signal.
      // We know that this will kill the process, so we can
      // safely emit now.
      var listeners = process.listeners(sig)
      if (listeners.length === emitter.count) {
        unload()
        emit('exit', null, sig)
        /* istanbul ignore next */
        emit('afterexit', null, sig)
        /* istanbul ignore next */
        if (isWin && sig === 'SIGHUP') {
          // "SIGHUP" throws an `ENOSYS` error on Windows,
          // so use a supported signal instead
          sig = 'SIGINT'
        }
        /* istanbul ignore next */
        process.kill(process.pid, sig)
      }
    }
  })

  module.exports.signals = function () {
    return signals
  }

  var loaded = false

  var load = function load () {
    if (loaded || !processOk(global.process)) {
      return
    }
    loaded = true

    // This is the number of onSignalExit's that are in play.
    // It's important so that we can count the correct number of
    // listeners on signals, and don't wait for the other one to
    // handle it instead of us.
    emitter.count += 1

    signals = signals.filter(function (sig) {
      try {
        process.on(sig, sigListeners[sig])
        return true
      } catch (er) {
        return false
      }
    })

    process.emit = processEmit
    process.reallyExit = processReallyExit
  }
  module.exports.load = load

  var originalProcessReallyExit = process.reallyExit
  var processReallyExit = function processReallyExit (code) {
    /* istanbul ignore if */
    if (!processOk(global.process)) {
      return
    }
    process.exitCode = code || /* istanbul ignore next */ 0
    emit('exit', process.exitCode, null)
    /* istanbul ignore next */
    emit('afterexit', process.exitCode, null)
    /* istanbul ignore next */
    originalProcessReallyExit.call(process, process.exitCode)
  }

  var originalProcessEmit = process.emit
  var processEmit = function processEmit (ev, arg) {
    if (ev === 'exit' && processOk(global.process)) {
      /* istanbul ignore else */
      if (arg !== undefined) {
        process.exitCode = arg
      }
      var ret = originalProcessEmit.apply(this, arguments)
      /* istanbul ignore next */
      emit('exit', process.exitCode, null)
      /* istanbul ignore next */
      emit('afterexit', process.exitCode, null)
      /* istanbul ignore next */
      return ret
    } else {
      return originalProcessEmit.apply(this, arguments)
    }
  }
}


/***/ }),

/***/ 1430:
/***/ ((module) => {

// This is not the set of all possible signals.
//
// It IS, however, the set of all signals that trigger
// an exit on either Linux or BSD systems.  Linux is a
// superset of the signal names supported on BSD, and
// the unknown signals just fail to register, so we can
// catch that easily enough.
//
// Don't bother with SIGKILL.  It's uncatchable, which
// means that we can't fire any callbacks anyway.
//
// If a user does happen to register a handler on a non-
// fatal signal like SIGWINCH or something, and then
// exit, it'll end up firing `process.emit('exit')`, so
// the handler will be fired anyway.
//
// SIGBUS, SIGFPE, SIGSEGV and SIGILL, when not raised
// artificially, inherently leave the process in a
// state from which it is not safe to try and enter JS
// listeners.
module.exports = [
  'SIGABRT',
  'SIGALRM',
  'SIGHUP',
  'SIGINT',
  'SIGTERM'
]

if (process.platform !== 'win32') {
  module.exports.push(
    'SIGVTALRM',
    'SIGXCPU',
    'SIGXFSZ',
    'SIGUSR2',
    'SIGTRAP',
    'SIGSYS',
    'SIGQUIT',
    'SIGIOT'
    // should detect profiler and enable/disable accordingly.
    // see #21
    // 'SIGPROF'
  )
}

if (process.platform === 'linux') {
  module.exports.push(
    'SIGIO',
    'SIGPOLL',
    'SIGPWR',
    'SIGSTKFLT',
    'SIGUNUSED'
  )
}


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

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

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

/***/ 6042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ runLogout)
});

// EXTERNAL MODULE: ./build/host/streams.js
var streams = __nccwpck_require__(9538);
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./build/io/lives.js



/** Stands in a job's folder while the step works on it: where the step is dead, somebody has to finish its work. */
const lives_UNFINISHED = "unfinished";
/** The life of the job that this process is a step of. */
function lives_lifeOf(folder) {
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
function lives_isOver(life) {
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
    return wasKilled && stateOf(external_node_path_.join(life.folder, lives_UNFINISHED)) === "there";
}
/** Reads what `lifeOf` gave, after a way through JSON; undefined for anything else. */
function lives_asLife(value) {
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
    return read("/etc/machine-id") || (0,external_node_os_.hostname)();
}
/** Seconds by which the time of a boot may differ from one look to the next, where clocks are set meanwhile. */
const CLOCK_S = 600;
function bootOf() {
    return read("/proc/sys/kernel/random/boot_id") ?? `${Math.round(Date.now() / 1000 - (0,external_node_os_.uptime)())}`;
}
function isSameBoot(one, other) {
    return one === other || Math.abs(Number(one) - Number(other)) < CLOCK_S;
}
function namespace(kind) {
    try {
        return (0,external_node_fs_namespaceObject.readlinkSync)(`/proc/self/ns/${kind}`);
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
        (0,external_node_fs_namespaceObject.statSync)(file);
        return "there";
    }
    catch (error) {
        return error.code === "ENOENT" ? "gone" : "unknown";
    }
}
function read(file) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(file, "utf8").trim();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./node_modules/nano-spawn/source/context.js



const getContext = raw => ({
	start: external_node_process_namespaceObject.hrtime.bigint(),
	command: raw.map(part => getCommandPart((0,external_node_util_.stripVTControlCharacters)(part))).join(' '),
	state: {
		stdout: '', stderr: '', output: '', isIterating: {}, nonIterable: [false, false],
	},
});

const getCommandPart = part => /[^\w./-]/.test(part)
	? `'${part.replaceAll('\'', '\'\\\'\'')}'`
	: part;

;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
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
	const cwd = cwdOption instanceof URL ? (0,external_node_url_namespaceObject.fileURLToPath)(cwdOption) : external_node_path_.resolve(cwdOption);
	const env = envOption ? {...external_node_process_namespaceObject.env, ...envOption} : undefined;
	const input = stdio[0]?.string;
	return {
		...options,
		input,
		stdio: input === undefined ? stdio : ['pipe', ...stdio.slice(1)],
		env: preferLocal ? addLocalPath(env ?? external_node_process_namespaceObject.env, cwd) : env,
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

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
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
const shouldForceShell = async (file, {shell, cwd, env = external_node_process_namespaceObject.env}) => external_node_process_namespaceObject.platform === 'win32'
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

const windows_access = memoize(promises_.access);
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
				.map(extension => windows_access(`${external_node_path_.resolve(part, file)}${extension}`)),
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
	durationMs: Number(external_node_process_namespaceObject.hrtime.bigint() - start) / 1e6,
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
			file = external_node_process_namespaceObject.execPath;
			commandArguments = [...external_node_process_namespaceObject.execArgv.filter(flag => !flag.startsWith('--inspect')), ...commandArguments];
		}

		[file, commandArguments, options] = await applyForceShell(file, commandArguments, options);
		[file, commandArguments, options] = concatenateShell(file, commandArguments, options);
		const instance = (0,external_node_child_process_namespaceObject.spawn)(file, commandArguments, options);
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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/journal/kind.js
/** For what changes nothing outside the job's own new files. */
const UNRECORDED = { record: async () => undefined };
function undoKind(definition) {
    return { ...definition, entry: (data) => ({ undo: definition.name, ...data }) };
}
const isText = (value) => typeof value === "string";
const isTextOrMissing = (value) => value === undefined || isText(value);
const isObject = (value) => typeof value === "object" && value !== null;

;// CONCATENATED MODULE: ./build/io/started-process.js





const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 20;
/**
 * A process that may outlive a killed step; what it writes to is touched only after it has ended.
 *
 * Windows and macOS do not tell when a process was started, and Windows gives IDs to new processes soon: one that is alive
 * may be somebody else's. There, nothing is waited for after a step that ended by itself, and nothing is warned of.
 */
const startedProcess = undoKind({
    name: "process",
    fields: { pid: (value) => Number.isSafeInteger(value) && value > 0 },
    lasts: false,
    async undo({ pid, start }, { folder }) {
        const process = { pid, start };
        const isCertain = start !== undefined;
        if (!isCertain && !(0,external_node_fs_namespaceObject.existsSync)(external_node_path_.join(folder, lives_UNFINISHED)))
            return;
        for (let waited = 0; waited < LONGEST_WAIT_MS && isAlive(process); waited += POLL_MS)
            await (0,external_node_timers_promises_.setTimeout)(POLL_MS);
        if (isCertain && isAlive(process))
            throw new Error(`it did not end within ${LONGEST_WAIT_MS / 1000} seconds`);
    },
    describe: ({ pid }) => `process ${pid} still runs`,
});

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
        const child = (0,external_node_child_process_namespaceObject.spawn)(taskkill, ["/T", "/F", "/PID", String(pid)], { stdio: "ignore", windowsHide: true });
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
    return (0,external_node_fs_namespaceObject.readdirSync)("/proc")
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => {
        try {
            const text = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${name}/stat`, "utf8");
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
            await journal.record(startedProcess.entry(processOf(pid)));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./node_modules/proper-lockfile/index.js
var proper_lockfile = __nccwpck_require__(3648);
;// CONCATENATED MODULE: ./build/io/locks.js







const locks_POLL_MS = 250;
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
/**
 * Does work that no other process of this machine may do at the same time. A lock is renewed while the work goes on;
 * one that is not belongs to a process that was killed, or to one that was paused and must find out: hence `isHeld`.
 *
 * @param lockfile the lock's own path, in a folder that all of them may write and nobody removes
 * @param work asks before each change whether the lock is still its own
 * @param holder a name that nobody else has, by which a lock that was left is known again
 * @throws the work's error; `ELOCKED` when the wait was in vain; at once what else keeps the lock from being taken
 */
async function exclusively(lockfile, { waitMs, staleMs }, work, keeper = BY_THIS_USER, holder = (0,external_node_crypto_.randomUUID)()) {
    const until = performance.now() + waitMs;
    for (;;) {
        const held = await take(lockfile, holder, staleMs, until, keeper);
        // Two that find the same lock dead may both remove it, and one of them the other's new one.
        if (!(await held.isAlone())) {
            await held.release();
            await (0,external_node_timers_promises_.setTimeout)(locks_POLL_MS);
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
/** Removes a lock of this holder, none of whose processes is at work, or of anybody who is taken for dead. */
async function clearLeft(lockfile, staleMs, keeper = BY_THIS_USER, holder = "") {
    const status = await (0,promises_.stat)(lockfile).catch(() => undefined);
    if (status === undefined)
        return;
    const isOwn = holder !== "" && (0,external_node_fs_namespaceObject.existsSync)(external_node_path_.join(lockfile, holder));
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
        // Before it has a lock, the library removes that of somebody dead.
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
        // By itself the library ends the process, in the middle of a change. Whether the lock is held is asked for.
        onCompromised: () => undefined,
    };
    const free = await locked(lockfile, options, until);
    return {
        isHeld: async () => (0,external_node_fs_namespaceObject.existsSync)(external_node_path_.join(lockfile, holder)),
        isAlone: async () => (await (0,promises_.readdir)(lockfile).catch(() => [])).join() === holder,
        async release() {
            // A renewal that comes after the removal would find nothing to renew.
            await renewing;
            // Fails where another process has it by now.
            await free().catch(() => undefined);
        },
    };
}
/** By itself the library tries again whatever the error is. */
async function locked(lockfile, options, until) {
    for (;;) {
        try {
            return await (0,proper_lockfile.lock)(lockfile, options);
        }
        catch (error) {
            if (!isContended(error, lockfile) || performance.now() > until)
                throw error;
        }
        await (0,external_node_timers_promises_.setTimeout)(locks_POLL_MS);
    }
}
/** It is held, or another process has just removed it. */
function isContended({ code }, lockfile) {
    return code === "ELOCKED" || code === "EEXIST" || (code === "ENOENT" && (0,external_node_fs_namespaceObject.existsSync)(external_node_path_.dirname(lockfile)));
}

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
        // What stood there may be gone by now, so that only what was said tells.
        if (/File exists/.test(stderr))
            throw Object.assign(error, { code: "EEXIST" });
        if (/No such file/.test(stderr))
            throw Object.assign(error, { code: "ENOENT" });
        throw error;
    };
    const english = (script) => `LC_ALL=C; export LC_ALL; ${script}`;
    return {
        make: (lock, holder) => run("made", "sh", "-c", english('umask 022; mkdir -- "$1" && : > "$1/$2"'), "sh", lock, holder),
        // Not made where it is gone, which would be a plain file.
        renew: (lock, time) => run("renewed", "touch", "-c", "-d", time.toISOString(), lock),
        release: (lock, holder) => run("released", "sh", "-c", english('rm -f -- "$1/$2" && rmdir -- "$1"'), "sh", lock, holder),
        clear: (lock) => run("removed", "rm", "-rf", "--", lock),
    };
}
function isWritable(folder) {
    return (0,promises_.access)(folder, external_node_fs_namespaceObject.constants.W_OK).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/io/obstacles.js



/** Thrown where a change would meet one. */
class obstacles_Hindered extends Error {
    obstacle;
    constructor(obstacle) {
        super(obstacle.reason);
        this.obstacle = obstacle;
    }
}
/** What no right helps against; undefined when there is no such thing. @param status of the file, if it is there */
async function obstacleAt(file, status) {
    if (status?.isSymbolicLink())
        return obstacles_link(file, await (0,promises_.readlink)(file));
    if (status !== undefined && !status.isFile())
        return { reason: `${file} is no plain file` };
    if (await isReadOnly(external_node_path_.dirname(file)))
        return readOnly(file);
    return (await isMountPoint(file)) ? mounted(file) : undefined;
}
/** It may lead to what others have in common, such as a package cache. */
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
/** Nothing can be moved into its place. */
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
    const error = await (0,promises_.access)(folder, external_node_fs_namespaceObject.constants.W_OK).catch(({ code }) => code);
    return error === "EROFS";
}
/** A mount of a file is like the file in all that stat(2) tells; Linux lists them (proc_pid_mountinfo(5)). */
async function isMountPoint(file) {
    const mounts = await (0,promises_.readFile)("/proc/self/mountinfo", "utf8").catch(() => "");
    const own = await (0,promises_.realpath)(file).catch(() => file);
    return mounts.split("\n").some((line) => plain(line.split(" ")[4] ?? "") === own);
}
/** Blanks and the like are written as octal numbers. */
function plain(mountPoint) {
    return mountPoint.replaceAll(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

;// CONCATENATED MODULE: ./build/io/replacing.js




/**
 * A name of its own for each change: what a change writes that outlives its step is put in place by nobody else. The
 * next change under the lock removes what a killed one left.
 */
const temporaryOf = (file) => `${file}.azs-login-${(0,external_node_crypto_.randomBytes)(4).toString("hex")}`;
/** Whether a name in a file's folder is one of these; version 1.0 had one without digits. */
function isTemporary(name, file) {
    const base = external_node_path_.basename(file);
    return name.startsWith(`${base}.azs-login`) && /^(?:-[0-9a-f]{8})?$/.test(name.slice(`${base}.azs-login`.length));
}
const originalOf = (file) => `${file}.azs-login-original`;
/** Exit code: the file is not what it was when it was read (EX_TEMPFAIL of sysexits.h). */
const FILE_CHANGED = 75;
/**
 * The change on systems with a shell, which is also how `sudo` makes it. $1: the file, $2: SHA-256 of what was read or
 * `none`, $3: bytes to come on standard input, of which a killed step may send a part only, $4: what becomes of the
 * original, $5: the file's mode, $6: where it is written first. The copy brings owner, ACL and extended attributes; where there are no hard links, the
 * content alone comes back in the end.
 */
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
/** The arguments of `sh` for a change, and its standard input. */
function scriptOf({ file, temporary, before, mode, after, original }) {
    const digest = before === undefined ? "none" : (0,external_node_crypto_.hash)("sha256", before);
    const args = ["-c", REPLACE, "sh", file, digest, `${after.length}`, original, mode.toString(8), temporary];
    return { args, input: original === "back" ? "" : after };
}
/** The same on Windows, where the copy brings the attributes, and the folder the rights. */
async function replaceOnWindows(replacement) {
    const { file, temporary, before, after, original } = replacement;
    if (after.length > 0 && original !== "back") {
        if (before !== undefined)
            await (0,promises_.copyFile)(file, temporary, external_node_fs_namespaceObject.constants.COPYFILE_EXCL);
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

const sharedLock = undoKind({
    name: "lock",
    fields: { folder: isText },
    lasts: true,
    undo: ({ folder }, { shared }) => shared.release(folder),
    describe: ({ folder }) => `the lock in ${folder}`,
});

;// CONCATENATED MODULE: ./build/io/shared-files.js










const LOCK = "azs-login.lock";
/** Who has not renewed a lock for so long is taken for dead. */
const shared_files_STALE_MS = 6000;
/** A change takes a second at most, and 16 jobs at once wait for each other. */
const PATIENCE = { waitMs: 30_000, staleMs: shared_files_STALE_MS };
const MOST_TRIES = 3;
/** update-ca-trust takes seconds, and many of them beside other jobs. */
const shared_files_LONGEST_RUN_MS = 90_000;
/** What the work decided by is not so any more. */
class Overtaken extends Error {
}
/**
 * @param job names the job in its locks, so that its post step knows what a killed step left
 * @param journal told of a lock before it is made
 */
function sharedFiles(processes, job = (0,external_node_crypto_.randomUUID)(), journal = UNRECORDED) {
    /** Before its first lock in a folder: whatever this job left there, it left when an earlier process of it was killed. */
    const prepared = new Map();
    const programs = systemPrograms(processes);
    const rights = folderRights(programs);
    const lockedFiles = (check) => ({
        async change(file, change, { ours = () => false, isSame = () => false, announce } = {}) {
            const found = await look(file);
            const left = leftovers(file, found, ours);
            if (left.length > 0) {
                await check();
                await rights.remove(external_node_path_.dirname(file), left);
            }
            const after = Buffer.from(change(textOf(found)), "latin1");
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
            // Its output goes unheard: with a pipe to a step that is killed it would die of it, half-way.
            const { exitCode } = await programs.run(program, rest, { unheard: true, withinMs: shared_files_LONGEST_RUN_MS });
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
    const release = async (folder) => clearLeft(external_node_path_.join(folder, LOCK), PATIENCE.staleMs, await rights.lockKeeper(folder), job);
    return {
        async obstacle(file) {
            const obstacle = await obstacleAt(file, await shared_files_statusOf(file));
            if (obstacle !== undefined)
                return obstacle;
            return (await rights.mayChange(external_node_path_.dirname(file))) ? undefined : withoutRight(file, await rights.silence());
        },
        absence: async (file) => ((await shared_files_statusOf(file)) === undefined ? { reason: `${file} is not there` } : undefined),
        read: async (file) => textOf(await look(file).catch(() => NOTHING)),
        async wouldChange(file, change, { ours = () => false } = {}) {
            const found = await look(file).catch(() => undefined);
            if (found === undefined)
                return false;
            return leftovers(file, found, ours).length > 0 || change(textOf(found)) !== textOf(found);
        },
        release,
        async exclusively(folder, work, waitMs = PATIENCE.waitMs) {
            const prepare = () => journal.record(sharedLock.entry({ folder })).then(() => release(folder));
            if (!prepared.has(folder))
                prepared.set(folder, prepare());
            await prepared.get(folder);
            const keeper = await rights.lockKeeper(folder);
            for (let tried = 1;; tried += 1) {
                try {
                    return await exclusively(external_node_path_.join(folder, LOCK), { ...PATIENCE, waitMs }, (isHeld) => work(lockedFiles(throwingUnless(isHeld))), keeper, job);
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
/** A command without the text of a script. */
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
    const [status, original] = await Promise.all([file, originalOf(file)].map(shared_files_statusOf));
    const folder = external_node_path_.dirname(file);
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return {
        content: status && (await readPlain(file, status)),
        mode: (status?.mode ?? 0o644) & 0o7777,
        temporaries: names.filter((name) => isTemporary(name, file)).map((name) => external_node_path_.join(folder, name)),
        original: original && (await readPlain(originalOf(file), original)),
    };
}
function textOf({ content }) {
    return content?.toString("latin1") ?? "";
}
/** A killed job left them. An original beside a file with nothing of azs-login in it is nobody's any more. */
function leftovers(file, found, ours) {
    const isNobodys = found.original !== undefined && !ours(textOf(found));
    return [...found.temporaries, ...(isNobodys ? [originalOf(file)] : [])];
}
function fateOf(found, after, ours, isSame) {
    const text = after.toString("latin1");
    const stays = ours(text);
    if (!ours(textOf(found)))
        return stays && found.content !== undefined ? "keep" : "leave";
    if (stays || found.original === undefined)
        return "leave";
    const isBack = found.original.equals(after) || isSame(text, found.original.toString("latin1"));
    return isBack ? "back" : "drop";
}
function shared_files_statusOf(file) {
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

;// CONCATENATED MODULE: ./build/provision/unfinished-installation.js





/** The folder of the tool cache with all installations. */
const NAME = "azs-login-az";
/** Installing takes a minute or two, and longer beside 16 other jobs. */
const unfinished_installation_PATIENCE = { waitMs: 20 * 60_000, staleMs: 10_000 };
/** The lock of a killed job is free after ten seconds; one that is held longer is another job's. */
const SHORT_PATIENCE = { ...unfinished_installation_PATIENCE, waitMs: 15_000 };
/** An az being installed into the runner's tool cache; once complete it stays, for later jobs. */
const unfinishedInstallation = undoKind({
    name: "installation",
    fields: { folder: isText },
    lasts: true,
    undo: ({ folder }, { toolCache }) => removeIncomplete(folder, toolCache),
    describe: ({ folder }) => `unfinished installation in ${folder}`,
});
/**
 * Takes away what a killed job left of an installation, unless another job has gone on with it.
 *
 * @param toolCache as the host names it: whatever the journal says, nothing else is removed
 */
async function removeIncomplete(folder, toolCache) {
    if (toolCache === undefined || !INSTALLATION.test(external_node_path_.relative(toolCache, folder)))
        return;
    if ((0,external_node_fs_namespaceObject.existsSync)(marker(folder)) || !(0,external_node_fs_namespaceObject.existsSync)(external_node_path_.dirname(folder)))
        return;
    await removeUnless(folder, toolCache, () => (0,external_node_fs_namespaceObject.existsSync)(marker(folder)));
}
const INSTALLATION = /^azs-login-az[\\/][\d.]+-[0-9a-f]{8}[\\/]\w+$/;
/**
 * Removes the installation in a folder, unless a job works at it now.
 *
 * @param isWanted asked when no other job can change it
 */
async function removeUnless(folder, toolCache, isWanted) {
    const remove = async () => {
        if (isWanted())
            return;
        // Without its marker it is no installation any more, whatever ends this job.
        await (0,promises_.rm)(marker(folder), { force: true });
        await removeFolder(folder);
    };
    await exclusively(lockOf(folder, toolCache), SHORT_PATIENCE, remove).catch((error) => {
        if (error.code !== "ELOCKED")
            throw error;
    });
    await removeEmptyParents(folder);
}
const marker = (folder) => `${folder}.complete`;
/** In the root, which stays when the folders of an installation that failed are removed. */
function lockOf(folder, root) {
    return external_node_path_.join(root, `${external_node_path_.relative(root, folder).replaceAll(external_node_path_.sep, "-")}.lock`);
}
/** Up to the tool cache itself. */
async function removeEmptyParents(folder) {
    for (const parent of [external_node_path_.dirname(folder), external_node_path_.dirname(external_node_path_.dirname(folder))]) {
        // Fails, as it should, when something is in it.
        await (0,promises_.rmdir)(parent).catch(() => undefined);
    }
}
async function removeFolder(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}

;// CONCATENATED MODULE: ./build/provision/unused.js




const LONGEST_UNUSED_MS = 30 * 24 * 60 * 60_000;
/**
 * Removes installations that no job has used for 30 days from the tool cache: those of earlier versions of azs-login,
 * of other versions of az, or of a tool cache that was moved.
 *
 * @throws Error when one cannot be removed
 */
async function removeUnused(toolCache, now) {
    if (toolCache === undefined)
        return;
    const parent = external_node_path_.join(toolCache, NAME);
    for (const name of await (0,promises_.readdir)(parent).catch(() => [])) {
        if (!/^[\d.]+-[0-9a-f]{8}$/.test(name))
            continue;
        for (const file of await (0,promises_.readdir)(external_node_path_.join(parent, name))) {
            const folder = external_node_path_.join(parent, name, file.replace(/\.complete$/, ""));
            if (file.endsWith(".complete") && isUnused(folder, now)) {
                await removeUnless(folder, toolCache, () => !isUnused(folder, now));
            }
        }
    }
}
/** By the time of its marker, which each job sets anew (`markUsed`). */
function isUnused(folder, now) {
    const used = (0,external_node_fs_namespaceObject.statSync)(marker(folder), { throwIfNoEntry: false })?.mtimeMs;
    return used !== undefined && now.getTime() - used > LONGEST_UNUSED_MS;
}

// EXTERNAL MODULE: ./build/errors/failure.js
var failure = __nccwpck_require__(728);
;// CONCATENATED MODULE: ./build/errors/on-ci.js
/** What helps on the CI that the job runs on; in the documentation, what helps on each. */
function onCi(ci, { github, pipelines }) {
    if (ci === "GitHub Actions")
        return github;
    return ci === "Azure Pipelines" ? pipelines : `${github}. On Azure Pipelines: ${pipelines.replace(/^; /, "")}`;
}

;// CONCATENATED MODULE: ./build/errors/files.js


/** `AZS34x`: files that inputs name by their path. */
const files_fileFailures = {
    notWritten: (0,failure/* failure */.V)("AZS340", "File cannot be written", ({ file, reason }) => ({
        problem: `sample-config cannot be written to ${file}: ${reason}.`,
        fix: "set sample-config to a path where there is nothing or only a plain file of this job, in a folder that the runner's user may write.",
    })),
    notPlain: (0,failure/* failure */.V)("AZS341", "Not a plain file", ({ file }) => ({
        problem: `${file} is a pipe, a device or a socket, and reading it might never end.`,
        fix: "write its content to a file, and pass the path of that file.",
    })),
    tooLarge: (0,failure/* failure */.V)("AZS342", "File is too large", ({ file, most }) => ({
        problem: `${file} is larger than ${most}. Files with certificates are smaller.`,
        fix: "check that the path is that of the certificate, not of another file such as an archive or an image.",
    })),
    notPrivate: (0,failure/* failure */.V)("AZS345", "File cannot be kept private", ({ place, reason }) => ({
        problem: `access to ${place}, where the job's credentials would be, cannot be restricted to the runner's user: ${reason}.`,
        fix: "set RUNNER_TEMP (the runner's _work folder), and sample-config, to folders on an NTFS volume that the runner's user owns.",
    })),
    commandFile: (0,failure/* failure */.V)("AZS344", "The runner's command files cannot be written", ({ file, reason }) => ({
        problem: `the step cannot write its outputs, variables and state for the runner to ${file}: ${reason}.`,
        fix: "run the container as a user that may write the runner's _temp folder: `options: --user 1001` (the ID of the runner's user) or root; on a runner of your own, give that folder back to the runner's user (chown -R), and check that the disk is not full.",
    })),
    runnerUnwritable: (0,failure/* failure */.V)("AZS343", "The runner's disk cannot be written", ({ file, reason, ci }) => ({
        problem: `the runner cannot write ${file}: ${reason}.`,
        fix: `free space (and inodes) on that volume, or make it writable for the job's user; then run the job again. The job's files are in ${onCi(ci, {
            github: "RUNNER_TEMP",
            pipelines: "Agent.TempDirectory, the folder _temp in the agent's work folder, which a container must not mount read-only (mountReadOnly: work)",
        })}.`,
    })),
};

;// CONCATENATED MODULE: ./build/io/files.js




/** Makes a folder that only this user can enter. Throws when anything, a symbolic link too, has that name already. */
async function files_createPrivateFolder(folder) {
    await mkdir(folder, { mode: 0o700 });
}
/** Writes a new 0600 file. Throws when anything, a symbolic link too, has that name already. */
async function files_createPrivateFile(file, content) {
    const handle = await (0,promises_.open)(file, "wx", 0o600);
    try {
        await handle.writeFile(content);
    }
    finally {
        await handle.close();
    }
}
/** Makes a folder that every user can enter and only this one can write to, whatever the umask. Throws as the private one. */
async function files_createPublicFolder(folder) {
    await files_createPrivateFolder(folder);
    await chmod(folder, 0o755);
}
/** Writes a new file that every user can read, whatever the umask. Throws as the private one. */
async function createPublicFile(file, content) {
    await files_createPrivateFile(file, content);
    await chmod(file, 0o644);
}
/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never returns where the system cannot make a
 * folder below one that is there, such as in /proc.
 *
 * @throws the system's error when one cannot be made, or when something else than a folder has the name
 */
async function files_makeFolders(folder, mode = 0o777) {
    const make = () => (0,promises_.mkdir)(folder, { mode });
    try {
        await make().catch(async (error) => {
            const parent = external_node_path_.dirname(folder);
            if (error.code !== "ENOENT" || parent === folder)
                throw error;
            await files_makeFolders(parent, mode);
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
    return (0,promises_.stat)(place).then((found) => found.isDirectory(), () => false);
}
/** Absent on Windows, which has no such files either. */
const { O_NONBLOCK = 0 } = external_node_fs_namespaceObject.constants;
/** Opens a file that may be a pipe or a device without waiting for who is at its other end. */
function openAtOnce(file) {
    return open(file, constants.O_RDONLY | O_NONBLOCK);
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
            throw fileFailures.notPlain({ file: name });
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
    throw fileFailures.tooLarge({ file: name, most: `${most / 1_000_000} MB` });
}

;// CONCATENATED MODULE: ./build/io/private-places.js


/** Where the mode of a file says who may read it. */
const private_places_BY_MODE = async () => undefined;
/**
 * What 0700 and 0600 are elsewhere: on Windows a mode says nothing, and a new folder inherits who may read it, on a
 * self-hosted runner often every user of the machine. The list of who may is replaced by one entry, the user's own, which
 * what is made in the folder inherits. Two processes for the first place, one for each further one.
 *
 * @returns what throws Failure `AZS345` when the list cannot be replaced
 */
function keepPrivate({ run }, environment, platform = process.platform) {
    if (platform !== "win32")
        return private_places_BY_MODE;
    const program = (name) => path.win32.join(environment["SystemRoot"] || "C:\\Windows", "System32", name);
    let asked;
    const userOf = async (place) => {
        // A name would have to be looked up in a domain, and may be another's in another.
        const { stdout, stderr } = await run(program("whoami.exe"), ["/user", "/fo", "csv", "/nh"], { ofSystem: true });
        const [sid] = /\bS-1-[\d-]+\d\b/.exec(stdout) ?? [];
        if (sid === undefined)
            throw fileFailures.notPrivate({ place, reason: `whoami said ${stderr || stdout || "nothing"}` });
        return sid;
    };
    return async (place, kind) => {
        asked ??= userOf(place);
        const user = `*${await asked}:${kind === "folder" ? "(OI)(CI)" : ""}F`;
        const args = [place, "/inheritance:r", "/grant:r", user, "/q"];
        const { exitCode, stdout, stderr } = await run(program("icacls.exe"), args, { ofSystem: true });
        if (exitCode !== 0)
            throw fileFailures.notPrivate({ place, reason: `icacls said ${stderr || stdout || exitCode}` });
    };
}

;// CONCATENATED MODULE: ./build/journal/journal.js

/** Makes the file of a journal, and nothing where there is one already. */
async function journal_createJournal(file) {
    const handle = await open(file, "wx", 0o600);
    return { record: inTurn(appender(handle)), close: () => handle.close() };
}
/** Calls come one after the other, also after one that failed. */
function inTurn(work) {
    let last = Promise.resolve();
    return (item) => {
        const turn = last.then(() => work(item));
        last = turn.catch(() => undefined);
        return turn;
    };
}
/** Writes at places of its own: a record that a full disk cut off is overwritten by the next, not continued. */
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
/** Reads a journal; one that is not there has no records. */
async function readJournal(file, kinds) {
    const text = await (0,promises_.readFile)(file, "utf8").catch((error) => {
        if (error.code === "ENOENT")
            return "";
        throw error;
    });
    return readRecords(text, kinds);
}
/** The text of a journal. @param entries newest first */
function journalOf(entries) {
    return entries.toReversed().map(lineOf).join("");
}
/** Reads the lines of a journal. A last one without its end announced a change that was never begun. */
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
/** A record may follow in the line of one that was cut off. */
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
/**
 * Makes the folder. Its unpredictable name is handed to the post step before the folder exists, so there is no moment at
 * which a killed step leaves something that its post step cannot find.
 */
async function openJobFolder(host, keepPrivate = BY_MODE) {
    const folder = path.join(host.temporaryFolder, `azs-login-${randomUUID()}`);
    host.saveState(job_folder_STATE, folder);
    await createPrivateFolder(folder);
    const life = lifeOf(folder);
    const start = () => keepPrivate(folder, "folder").then(() => startFiles(folder, life));
    const { record, close } = await start().catch(async (error) => {
        await removeJobFolder(folder);
        throw error;
    });
    return { folder, life, record, close, finish: () => rm(path.join(folder, UNFINISHED), { force: true }) };
}
/** There is no folder after all: post has nothing to look for, and may not even be able to look. */
function forgetJobFolder(host) {
    host.saveState(job_folder_STATE, "");
}
async function startFiles(folder, life) {
    await createPrivateFile(path.join(folder, UNFINISHED), "");
    await createPrivateFile(path.join(folder, LIFE), JSON.stringify(life));
    return createJournal(path.join(folder, FILE));
}
/** The step starts anew: what an earlier try of it was through with says nothing about this one. */
function markIncomplete(host) {
    host.saveState(COMPLETE, "");
}
/** Says that the step is through: only then `cleanup: false` keeps what it made. */
function markComplete(host) {
    host.saveState(COMPLETE, "true");
}
function isComplete(host) {
    return host.state(COMPLETE) === "true";
}
/** The folder an earlier step of this job opened, if any. */
function earlierFolder(host) {
    const folder = host.state(job_folder_STATE);
    // It is removed with everything in it: a variable that somebody else named STATE_folder must not choose it.
    return FOLDER.test(external_node_path_.basename(folder)) ? folder : undefined;
}
/** Reads the journal of a job; one that is not there has no records. */
function readEntries(folder, kinds) {
    return readJournal(external_node_path_.join(folder, FILE), kinds);
}
/** The life of the job whose folder this is; undefined when it cannot be told. */
async function job_folder_readLife(folder) {
    const text = await readFile(path.join(folder, LIFE), "utf8").catch(() => "");
    return asLife(jsonOf(text));
}
/**
 * Removes the job's folder with everything in it. By what goes last a later job sees what is left where something cannot
 * be removed, such as a file that another process has open on Windows.
 */
async function removeJobFolder(folder) {
    await removeAllBut(folder, [LIFE, lives_UNFINISHED]);
    await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}
/** What is somebody's, and is needed to undo what could not be undone; everything else in a job's folder may go. */
const NOT_OURS = /^(?:replaced-|az-before-|az-restored-)/;
/**
 * Leaves of a job's folder what a later try to undo needs: the entries, and what the user had. The job's secrets go.
 *
 * @param entries newest first; undefined leaves the journal as it is
 */
async function keepForLater(folder, entries) {
    const theirs = (await (0,promises_.readdir)(folder)).filter((name) => NOT_OURS.test(name));
    try {
        await removeAllBut(folder, [FILE, LIFE, lives_UNFINISHED, ...theirs]);
    }
    finally {
        if (entries !== undefined)
            await shorten(folder, entries);
    }
}
async function shorten(folder, entries) {
    const shortened = external_node_path_.join(folder, `${FILE}.new`);
    await files_createPrivateFile(shortened, journalOf(entries));
    await (0,promises_.rename)(shortened, external_node_path_.join(folder, FILE));
}
/** @throws the first of the errors, after all else is removed */
async function removeAllBut(folder, kept) {
    const names = await (0,promises_.readdir)(folder).catch((error) => {
        if (error.code === "ENOENT")
            return [];
        throw error;
    });
    const going = names.filter((name) => !kept.includes(name)).map((name) => external_node_path_.join(folder, name));
    if (names.length === 0)
        return;
    // By this a later job sees that nobody works on it any more. It may be there, and a full disk has no room for it before.
    const mark = () => files_createPrivateFile(external_node_path_.join(folder, lives_UNFINISHED), "").catch(() => undefined);
    await mark();
    const removed = await Promise.allSettled(going.map(remove));
    await mark();
    const failed = removed.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected")
        throw failed.reason;
}
/** A file that cannot be removed can often be emptied, and a secret that was in it is gone. */
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
/** Folders of jobs below a runner's temporary folder. */
async function job_folder_jobFolders(temporaryFolder) {
    const names = await readdir(temporaryFolder).catch(() => []);
    return names.filter((name) => FOLDER.test(name)).map((name) => path.join(temporaryFolder, name));
}

;// CONCATENATED MODULE: ./build/az/configure/command-index.js





/** Nothing to undo: before the job's az configuration goes, the command index that az made in it is kept. */
const madeCommandIndex = undoKind({
    name: "command-index",
    fields: { index: isObject },
    lasts: false,
    undo: ({ index }) => keepIndex(index),
    describe: ({ index }) => `az's command index in ${index.kept}`,
});
const command_index_NAME = "commandIndex.json";
const NO_EXTENSIONS = "[]";
/** @returns undefined where nothing can be kept, or az's version is not known */
async function commandIndexOf(az, profile, toolCache, environment) {
    const extensionFolder = az.variables["AZURE_EXTENSION_DIR"];
    // Extensions under development lie anywhere.
    if (toolCache === undefined || az.description === undefined || extensionFolder === undefined)
        return undefined;
    if (environment["AZURE_EXTENSION_DEV_SOURCES"])
        return undefined;
    const { version } = az.description;
    const extensions = await extensionsIn(extensionFolder);
    const key = createHash("sha256")
        .update(JSON.stringify([version, profile, az.path, extensions]))
        .digest("hex");
    const kept = path.join(toolCache, "azs-login-az", "command-index", `${key.slice(0, 32)}.json`);
    return { file: path.join(az.configFolder, command_index_NAME), kept, version, profile, extensions, extensionFolder };
}
/** Puts the kept index where az looks for it. @returns whether there is one */
async function placeIndex(index) {
    const text = await readFile(index.kept, "utf8").catch(() => "");
    if (!isWhole(text, index))
        return false;
    await replace(index.file, text, 0o600, randomUUID());
    return true;
}
/**
 * Puts the index that ships for a version and a profile where az looks for it, where there is one. It is that of an az
 * without extensions: with some, an index without their commands would hide those that take the place of az's own.
 */
async function placeShipped(version, profile, { configFolder, variables }) {
    if ((await extensionsIn(variables["AZURE_EXTENSION_DIR"] ?? "")) !== NO_EXTENSIONS)
        return;
    const shipped = path.join(import.meta.dirname, `command-index-${version}.json`);
    const indexes = JSON.parse(await readFile(shipped, "utf8").catch(() => "{}"));
    const commandIndex = indexes[profile];
    if (commandIndex === undefined)
        return;
    const text = JSON.stringify({ version, cloudProfile: profile, commandIndex });
    await replace(path.join(configFolder, command_index_NAME), text, 0o600, randomUUID());
}
/** Keeps the index that az made in this job. Where that may not be written, the next job makes its own. */
async function keepIndex(index) {
    const text = await (0,promises_.readFile)(index.file, "utf8").catch(() => "");
    if (!isWhole(text, index) || text === (await (0,promises_.readFile)(index.kept, "utf8").catch(() => "")))
        return;
    if ((await extensionsIn(index.extensionFolder)) !== index.extensions)
        return;
    await files_makeFolders(external_node_path_.dirname(index.kept))
        .then(() => replace(index.kept, text, 0o644, jobOf(index)))
        .catch(() => undefined);
}
/** The name of the job's folder: a post step that runs again after it was killed finds its own half-written file by it. */
function jobOf({ file }) {
    return external_node_path_.basename(external_node_path_.dirname(external_node_path_.dirname(file)));
}
/** Other jobs may read or write the same file at the same time. @param writer makes a name of this job's own */
async function replace(file, text, mode, writer) {
    const temporary = `${file}.${writer}`;
    await (0,promises_.rm)(temporary, { force: true });
    await (0,promises_.writeFile)(temporary, text, { mode, flag: "wx" });
    await (0,promises_.rename)(temporary, file);
}
/** More than one command: what az knows as a whole. */
const FEWEST_COMMANDS = 50;
function isWhole(text, { version, profile }) {
    try {
        // az writes its state with a byte order mark (azure-cli-core, _session.py).
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
/** Names, versions and times of a folder's extensions, as a text to compare. */
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
/** The job's first own az command need not load every module. */
async function startWithIndex(az, profile, journal, host) {
    const index = await commandIndexOf(az, profile, host.toolCache, host.environment);
    const isPlaced = index !== undefined && (await placeIndex(index));
    const version = az.description?.version;
    if (!isPlaced && az.installed && version !== undefined)
        await placeShipped(version, profile, az);
    if (index !== undefined)
        await journal.record(madeCommandIndex.entry({ index }));
}

;// CONCATENATED MODULE: ./build/errors/az.js

/** `AZS5xx`: the Azure CLI. */
const az_azFailures = {
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
    untrusted: (0,failure/* failure */.V)("AZS505", "az does not trust who answers", ({ command, host, answer }) => ({
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
    readsFile: (0,failure/* failure */.V)("AZS509", "Value that az reads as a file", ({ option, value }) => ({
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
    homeInUse: (0,failure/* failure */.V)("AZS518", "Another job works with this az configuration", (names) => ({
        problem: `isolate is false, and the job in ${names.job} is logged in with the az configuration in ${names.folder}: az has one active cloud and subscription there, and both jobs would use the same.`,
        fix: `leave isolate at true, so that each job has a configuration of its own; or give this job another folder with AZURE_CONFIG_DIR; or run the jobs one after the other. If that job is over, but its runner or container died before its post step, remove ${names.file} from that folder.`,
    })),
    pythonUnknown: (0,failure/* failure */.V)("AZS510", "Device code needs az's Python", ({ az }) => ({
        problem: `azs-login cannot find the Python that ${az} runs. It waits for a device code only in az's own Python, so that nothing continues when the job is cancelled.`,
        fix: "set az-path to az itself and not to a script of your own, or leave it out and set az-version to 2.66.2.",
    })),
};

;// CONCATENATED MODULE: ./build/errors/file-codes.js
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

;// CONCATENATED MODULE: ./build/io/json.js
/** JSON as a value; undefined for what is none, and so no value of JSON either. */
function json_jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What JSON calls an object. */
function json_isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Claims of a token, read and not verified: it goes to who verifies it. Empty when it is no JWT. */
function claimsOf(token) {
    return Object(json_jsonOf(Buffer.from(token.split(".", 2)[1] ?? "", "base64url").toString("utf8")) ?? {});
}

;// CONCATENATED MODULE: ./build/io/first-failure.js
/**
 * Waits for everything to end, then throws the first failure: what still runs when another part fails would change the
 * machine after it was restored.
 *
 * @param stop aborted by a failure, for parts of the work that only wait
 */
async function allOrFirstFailure(work, stop) {
    for (const part of work)
        part.catch(() => stop?.abort());
    for (const outcome of await Promise.allSettled(work)) {
        if (outcome.status === "rejected")
            throw outcome.reason;
    }
}
/** Works on one item after the other, the rest too when one fails, then throws the first failure. */
async function eachOrFirstFailure(items, work) {
    const failures = [];
    for (const item of items)
        await work(item).catch((error) => failures.push(error));
    if (failures.length > 0)
        throw failures[0];
}

;// CONCATENATED MODULE: ./build/az/configure/revert.js

/**
 * Takes the step's change out of a file that others may have changed since. What the step changed becomes as it was
 * before; what it added goes, whatever became of it; what others added or changed stays.
 *
 * @param name of the file; its ending says how it is structured: JSON, else INI; encrypted files count as a whole
 * @returns the text to write; undefined: remove the file
 * @throws SyntaxError when others left something that is no JSON
 */
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
/** @param containers levels, from here on, whose members are groups of entries; below them are the entries themselves */
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
/** az's lists are sets of logins, whose members change; an entry is the same as long as it names the same login. */
function revertList(base, ours, current) {
    return Object.values(revertMembers(byIdentity(base), byIdentity(ours), byIdentity(current), 0));
}
/** A group that was not there before goes when nobody else put anything into it. */
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
/** az writes azureProfile.json with UTF-8's byte order mark, here its three bytes in Latin-1. */
const MARK = "\u00ef\u00bb\u00bf";
const JSON_FORMAT = {
    containers: 2,
    parse: (text) => JSON.parse(Buffer.from(text.replace(MARK, ""), "latin1").toString("utf8")),
    print(value, like) {
        const text = Buffer.from(JSON.stringify(value), "utf8").toString("latin1");
        return like.startsWith(MARK) ? MARK + text : text;
    },
};
/** Python's configparser: sections of `key = value` lines, continued by indented ones; what stands before them is "". */
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








/** What az keeps of its users' doing (azure-cli-core `_profile.py`, `cloud.py`, `auth/identity.py`; `.bin`: encrypted). */
const machine_config_STATE = [
    "clouds.config",
    "config",
    "azureProfile.json",
    "service_principal_entries.json",
    "service_principal_entries.bin",
    // Credentials and tokens of az up to 2.29.
    "accessTokens.json",
    "msal_token_cache.json",
    "msal_token_cache.bin",
];
/** What az makes for itself and makes again when it is gone. */
const machine_config_CACHES = [
    "commandIndex.json",
    "az.json",
    "az.sess",
    "versionCheck.json",
    "msal_http_cache.bin",
    "commands",
    "logs",
    "telemetry",
];
const configChange = undoKind({
    name: "az-config",
    fields: { folder: isText, existed: (value) => typeof value === "boolean", before: isText, after: isText },
    lasts: true,
    // What of it is the step's, only the step's own copy of it tells by then.
    lateObstacle: ({ folder, after }) => (0,external_node_fs_namespaceObject.existsSync)(after)
        ? undefined
        : `The az configuration in ${folder} may still contain the login of an earlier job that died (isolate: false).`,
    undo: restoreMachineConfig,
    describe: ({ folder }) => `az configuration in ${folder}`,
});
/** Whether the clouds.config of a folder has a cloud of that name. */
async function hasCloud(folder, name) {
    const text = await readFile(path.join(folder, "clouds.config"), "utf8").catch(() => "");
    return text.split(/\r?\n/).includes(`[${name}]`);
}
/**
 * Keeps a copy of the machine's own az configuration (`isolate: false`) in the job's folder and says so in the journal,
 * before az changes it.
 */
async function recordMachineConfig(folder, journal) {
    const before = path.join(journal.folder, `az-before-${randomUUID()}`);
    const existed = await stat(folder).then(() => true, () => false);
    await copyConfig(folder, before);
    await journal.record(configChange.entry({ folder, existed, before, after: afterOf(before) }));
}
/** Keeps a second copy when the step is through: what later steps and other jobs changed since is not the step's. */
async function recordChangedConfig(folder, journal) {
    const before = (await readdir(journal.folder)).find((name) => name.startsWith("az-before-"));
    if (before !== undefined)
        await copyConfig(folder, afterOf(path.join(journal.folder, before)));
}
function afterOf(before) {
    return before.replace("az-before-", "az-after-");
}
async function copyConfig(folder, copy) {
    // Under its name only when it is complete: half a copy would say that the rest had not been there.
    const incomplete = `${copy}-incomplete`;
    await createPrivateFolder(incomplete);
    for (const name of await present(folder, [...machine_config_STATE, ...machine_config_CACHES])) {
        await cp(path.join(folder, name), path.join(incomplete, name), { recursive: true, preserveTimestamps: true });
    }
    await rename(incomplete, copy);
}
async function present(folder, names) {
    const found = new Set(await readdir(folder).catch(() => []));
    return names.filter((name) => found.has(name));
}
/** Undoes what the step did to the machine's configuration and leaves what others did since. */
async function restoreMachineConfig({ folder, existed, before, after }) {
    const copied = await (0,promises_.readdir)(before);
    for (const name of machine_config_CACHES) {
        await (0,promises_.rm)(external_node_path_.join(folder, name), { recursive: true, force: true });
        if (copied.includes(name))
            await (0,promises_.cp)(external_node_path_.join(before, name), external_node_path_.join(folder, name), { recursive: true, preserveTimestamps: true });
    }
    await eachOrFirstFailure(machine_config_STATE, (name) => restoreState(name, folder, before, after));
    // Fails, as it should, when others have put something into it meanwhile.
    if (!existed)
        await (0,promises_.rmdir)(folder).catch(() => undefined);
}
async function restoreState(name, folder, before, after) {
    const decided = before.replace("az-before-", "az-restored-");
    const [base, current, earlier] = await Promise.all([before, folder, decided].map((place) => machine_config_read(place, name)));
    // Without a second copy the step ended half-way: nobody worked with its configuration.
    const ours = (await (0,promises_.readdir)(after).catch(() => undefined)) === undefined ? current : await machine_config_read(after, name);
    const restored = earlier ?? revert(name, { base, ours, current });
    const file = external_node_path_.join(folder, name);
    if (restored === undefined)
        return (0,promises_.rm)(file, { force: true });
    if (restored !== current) {
        if (earlier === undefined)
            await keepDecision(external_node_path_.join(decided, name), restored);
        await files_makeFolders(folder, 0o700);
        // In place, as az writes it: the user may have a link there.
        await (0,promises_.writeFile)(file, restored, { mode: 0o600, encoding: "latin1" });
    }
    await restoreMode(external_node_path_.join(before, name), file);
}
/** Half of a file, which a killed post step leaves, tells nobody any more what to make of it. */
async function keepDecision(file, restored) {
    await files_makeFolders(external_node_path_.dirname(file), 0o700);
    await (0,promises_.writeFile)(`${file}-incomplete`, restored, { mode: 0o600, encoding: "latin1" });
    await (0,promises_.rename)(`${file}-incomplete`, file);
}
/** az narrows the mode of what it rewrites. */
async function restoreMode(original, file) {
    const status = await (0,promises_.stat)(original).catch(() => undefined);
    if (status !== undefined)
        await (0,promises_.chmod)(file, status.mode);
}
/** Latin-1 carries any bytes through a text unchanged. */
function machine_config_read(folder, name) {
    return (0,promises_.readFile)(external_node_path_.join(folder, name), "latin1").catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
}

;// CONCATENATED MODULE: ./build/az/configure/config-claim.js











const configClaim = undoKind({
    name: "az-claim",
    fields: { folder: isText, job: isText, made: isTextOrMissing },
    lasts: true,
    undo: (claim, { shared }) => releaseMachineConfig(claim, shared),
    describe: ({ folder }) => `this job's claim on the az configuration in ${folder}`,
});
/** Names the jobs that work with a configuration folder, one life a line. */
const CLAIM = "azs-login-jobs.jsonl";
/** As in trust stores: the need of an older job is a dead runner's. */
const LONGEST_JOB_MS = (/* unused pure expression or super */ null && (5 * 24 * 60 * 60 * 1000));
/**
 * Claims the machine's own az configuration for this job: there is one active cloud and one active subscription in it,
 * which two jobs would change under each other's hands. A second login of the same job is no other job.
 *
 * @throws Failure `AZS517` when this user cannot write there, `AZS518` when another job works there
 */
async function claimMachineConfig(folder, journal, shared, now) {
    const made = await uppermostMissing(folder);
    await usable(folder, () => requireUsable(folder, made));
    await journal.record(configClaim.entry({ folder, job: path.basename(journal.folder), made }));
    await usable(folder, () => makeFolders(folder, 0o700));
    const own = { life: journal.life, since: now.toISOString() };
    const joined = (text) => {
        const holders = holdersIn(text).filter((one) => !isDead(one, now));
        const other = holders.find(({ life }) => !isSameJob(life, journal.life));
        if (other !== undefined)
            throw azFailures.homeInUse({ folder, job: other.life.folder, file: CLAIM });
        return config_claim_textOf([...holders, own]);
    };
    // Rights do not tell all: of a share in the network, or of what is no real folder.
    await usable(folder, () => shared.exclusively(folder, (files) => files.change(path.join(folder, CLAIM), joined)));
}
/** Gives the folder free again; idempotent. */
async function releaseMachineConfig({ folder, job, made }, shared) {
    if (await isThere(folder)) {
        if ((await (0,promises_.readdir)(folder)).some((name) => name.startsWith(CLAIM)))
            await shared.exclusively(folder, (files) => files.change(external_node_path_.join(folder, CLAIM), (text) => config_claim_textOf(holdersIn(text).filter(({ life }) => external_node_path_.basename(life.folder) !== job))));
        await shared.release(folder);
    }
    if (made !== undefined)
        await removeEmpty(folder, made);
}
/** @returns the folder itself, one above it, or undefined when they are all there */
async function uppermostMissing(folder) {
    if (await isThere(folder))
        return undefined;
    const parent = path.dirname(folder);
    return parent === folder ? folder : ((await uppermostMissing(parent)) ?? folder);
}
/** Removes a folder and those above it, and leaves them when others have put something into them meanwhile. */
async function removeEmpty(folder, uppermost) {
    const isGone = await (0,promises_.rmdir)(folder).then(() => true, ({ code }) => code === "ENOENT");
    if (isGone && folder !== uppermost && folder !== external_node_path_.dirname(folder))
        await removeEmpty(external_node_path_.dirname(folder), uppermost);
}
function holdersIn(text) {
    return text.split("\n").flatMap((line) => {
        const { life, since } = Object(json_jsonOf(line));
        const whole = lives_asLife(life);
        return whole === undefined || Number.isNaN(Date.parse(String(since)))
            ? []
            : [{ life: whole, since: String(since) }];
    });
}
const config_claim_textOf = (holders) => holders.map((one) => `${JSON.stringify(one)}\n`).join("");
function isDead({ life, since }, now) {
    return isOver(life) || now.getTime() - Date.parse(since) > LONGEST_JOB_MS;
}
/** A runner works on one job at a time, and has a temporary folder of its own. */
function isSameJob(one, other) {
    const isSameRunner = one.runner?.pid === other.runner?.pid && one.runner?.start === other.runner?.start;
    return isSameRunner && one.paths === other.paths && path.dirname(one.folder) === path.dirname(other.folder);
}
/** By the folder and by what az keeps in it; of one that is not there yet by the nearest one above. */
async function requireUsable(folder, made) {
    if (made !== undefined)
        return access(path.dirname(made), constants.W_OK | constants.X_OK);
    const names = await readdir(folder);
    await access(folder, WHOLLY);
    for (const name of names) {
        const file = path.join(folder, name);
        if (STATE.includes(name))
            await requirePlain(file, await stat(file), constants.R_OK | constants.W_OK);
        else if (CACHES.includes(name))
            await requireRemovable(file, constants.R_OK | constants.W_OK);
    }
}
const WHOLLY = external_node_fs_namespaceObject.constants.R_OK | external_node_fs_namespaceObject.constants.W_OK | external_node_fs_namespaceObject.constants.X_OK;
async function requirePlain(file, status, rights) {
    if (!status.isFile())
        throw Object.assign(new Error("no plain file"), { code: NO_PLAIN_FILE, path: file });
    await access(file, rights);
}
/** A cache is copied before az changes it, and put back: all of it is read, and its folders are written to. */
async function requireRemovable(file, rights) {
    const status = await lstat(file);
    if (status.isSymbolicLink())
        return;
    if (!status.isDirectory())
        return requirePlain(file, status, rights);
    await access(file, WHOLLY);
    for (const name of await readdir(file))
        await requireRemovable(path.join(file, name), constants.R_OK);
}
/** @throws Failure `AZS517` in place of what the system says of the folder, and of what is in it */
async function usable(folder, work) {
    try {
        return await work();
    }
    catch (error) {
        const { code = "", path: file = folder } = error;
        const reason = error instanceof Failure ? undefined : REASONS[code];
        throw reason === undefined ? error : azFailures.homeUnwritable({ folder, reason: `${file}: ${reason}` }, error);
    }
}
const NO_PLAIN_FILE = "no plain file";
/** A disk that is full is the runner's affair. */
const REASONS = {
    ...PATH_REASONS,
    EROFS: "the file system is read-only",
    ENOENT: "it does not exist, or is a broken link",
    EEXIST: "it is no folder",
    ELOCKED: "another job keeps it locked",
    [NO_PLAIN_FILE]: "it is no plain file",
};
/** What may not be looked at is taken for there: the right to write decides. */
function isThere(file) {
    return (0,promises_.lstat)(file).then(() => true, ({ code }) => code !== "ENOENT");
}

;// CONCATENATED MODULE: ./build/io/temporary-replacement.js






const placedFile = undoKind({
    name: "placed-file",
    fields: { file: isText, kept: isTextOrMissing },
    lasts: true,
    undo: (placed, { isLate }) => removePlaced(placed, isLate),
    describe: ({ file }) => `the file ${file}`,
});
/**
 * Puts a 0600 file at a path of the user's choice for as long as the job lasts. A plain file that stands there moves
 * into the job's folder until then; anything else, a symbolic link too, is refused.
 *
 * @param file absolute; its folder exists
 */
async function placeFile(file, content, journal, keepPrivate = BY_MODE) {
    const status = await temporary_replacement_statusOf(file);
    if (status !== undefined && !status.isFile())
        throw new Error("what is there is no plain file");
    const kept = status === undefined ? undefined : path.join(journal.folder, `replaced-${randomUUID()}`);
    await journal.record(placedFile.entry({ file, kept, digest: hash("sha256", content) }));
    if (kept !== undefined)
        await move(file, kept, kept);
    // Empty until nobody else may read it.
    await createPrivateFile(file, "");
    await keepPrivate(file, "file");
    await writeFile(file, content, { flag: "r+" });
}
/**
 * Undoes it, however far it came and whatever became of the file and its folder since.
 *
 * @param isLate the job is over for long: what stands there by now may be somebody else's, and then stays
 */
async function removePlaced({ file, kept, digest }, isLate = false) {
    // It was not moved yet, or it is back already: what stands there is not the step's.
    if (kept !== undefined && (await temporary_replacement_statusOf(kept)) === undefined)
        return;
    if (isLate && !(await isStill(file, digest)))
        return kept === undefined ? undefined : putBeside(file, kept, "another file stands there now");
    if (kept === undefined)
        return (0,promises_.rm)(file, { force: true });
    try {
        await (0,promises_.rm)(file, { force: true });
        await files_makeFolders(external_node_path_.dirname(file));
        await move(kept, file, kept);
    }
    catch (error) {
        await putBeside(file, kept, error.message);
    }
}
/** The job's folder may go at any time, and what it keeps is somebody's. */
async function putBeside(file, kept, reason) {
    const beside = `${file}.${external_node_path_.basename(kept)}`;
    if ((await temporary_replacement_statusOf(kept)) !== undefined)
        await move(kept, beside, kept);
    throw new Error(`the file that it replaced is kept as ${beside}: ${reason}`);
}
async function isStill(file, digest) {
    const content = await (0,promises_.readFile)(file).catch((error) => error.code === "ENOENT" ? "" : undefined);
    // Empty as long as the step had not written to it.
    return content === "" || (content !== undefined && (0,external_node_crypto_.hash)("sha256", content) === digest);
}
async function temporary_replacement_statusOf(file) {
    return (0,promises_.lstat)(file).catch((error) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR")
            return undefined;
        throw error;
    });
}
/** The runner's temporary folder may be on another volume: then a whole copy under the new name comes first. */
async function move(from, to, kept) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (error.code !== "EXDEV")
            throw error;
        // A name that a second try, after one that was killed, uses again.
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

;// CONCATENATED MODULE: ./build/results/job-variables.js

const jobVariables = undoKind({
    name: "variables",
    fields: { values: isObject },
    lasts: false,
    undo({ values }, { host }) {
        for (const [name, { ours, afterwards }] of Object.entries(values)) {
            // A later step may have given it another value.
            if (ours === undefined)
                host.exportVariable(name, afterwards, { secret: true });
            else if (host.variable(name) === ours)
                host.exportVariable(name, afterwards, { own: true });
        }
    },
    describe: ({ values }) => `variables ${Object.keys(values).join(", ")}`,
});
/** Sets variables for the later steps of the job. */
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
/**
 * What becomes of a variable when the job is over: the posts of other steps come after this one's. They find what they
 * had, no secret and no path into a folder that is gone.
 *
 * @param before what it held before the step, empty when it was not there
 * @returns undefined when it stays as it is
 */
function endOf({ name, text, isSecret }, { ofFiles, ofAz }, before, folder) {
    // No secret of anybody's goes into the journal.
    if (isSecret)
        return { afterwards: "" };
    const afterwards = ofFiles[name] ?? ofAz[name] ?? before;
    // One that was not there, and names no file of the job, only says who was logged in.
    const namesFile = text.startsWith(folder) || ofFiles[name] !== undefined;
    const isHarmless = afterwards === "" && ofAz[name] === undefined && !namesFile;
    return isHarmless || afterwards === text ? undefined : { ours: text, afterwards };
}

;// CONCATENATED MODULE: ./build/trust/bundle/roots-folder.js





/** The folder of the files with roots. */
const rootsFolder = undoKind({
    name: "roots-folder",
    fields: { folder: isText },
    lasts: true,
    // With everything in it, and nothing else.
    async undo({ folder }) {
        if (roots_folder_NAME.test(external_node_path_.basename(folder)))
            await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    describe: ({ folder }) => `the folder ${folder}`,
});
const roots_folder_NAME = /^azs-login-roots-[0-9a-f-]{36}$/;
/**
 * Makes the folder for the files with roots. They hold nothing secret, and later steps may run as another user, or in a
 * container: so it is not in the job's own folder, which nobody else can enter.
 *
 * @param place a folder of the job
 */
async function openRootsFolder(place, journal) {
    const folder = path.join(place, `azs-login-roots-${randomUUID()}`);
    await journal.record(rootsFolder.entry({ folder }));
    await createPublicFolder(folder);
    return folder;
}

;// CONCATENATED MODULE: ./build/errors/trust.js

const LEAVE_OUT = (store) => `or leave ${store} out of trust-stores`;
/** `AZS33x`: trust stores. */
const trust_trustFailures = {
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
    keystorePassword: (0,failure/* failure */.V)("AZS334", "Java keystore with a password of its own", ({ file }) => ({
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

;// CONCATENATED MODULE: ./build/trust/store/pem-entries.js


/**
 * Entries of azs-login in a text of PEM certificates. Each names the jobs that need it, so that a root stays until the
 * last of them is done, and all of that stands in the one file that is replaced atomically:
 *
 *     # azs-login: begin <SHA-256>
 *     # azs-login: needed by <job> since <time> as <JSON by which another job sees whether it is over>
 *     # Issuer: … (the header that the Azure Stack Hub documentation gives an entry of cacert.pem)
 *     -----BEGIN CERTIFICATE-----
 *     …
 *     # azs-login: end <SHA-256>
 *
 * The line break before `begin` belongs to the entry: removing it restores the file to the byte, whatever it ended with.
 */
const ENTRY = /\n# azs-login: begin (\S+)\n[\s\S]*?# azs-login: end \1\n/g;
const NEED = /^# azs-login: needed by (\S+) since (\S+)(?: as (\{.*\}))?\n/gm;
const BEGIN = "\n# azs-login: begin ";
/** Whether a text holds an entry. */
function hasEntries(text) {
    return text.includes(BEGIN);
}
/** Whether two texts hold the same certificates, however often and in whatever order. */
function holdSame(text, original) {
    const [one, other] = [text, original].map((from) => new Set(certificateBlocks(from)));
    return one.size > 0 && one.size === other.size && [...one].every((block) => other.has(block));
}
/** How a file with entries is changed: the original comes back with its certificates, also where some are there twice. */
const WITH_ENTRIES = { ours: hasEntries, isSame: holdSame };
/** Adds roots for a job; a root that the text holds already, put there by somebody else, stays theirs. */
function addRoots(text, roots, job, now) {
    return roots.reduce((result, root) => addRoot(result, root, job, now), text);
}
/** Ends needs; entries stay, also those that nobody needs any more. */
function endNeeds(text, isEnded) {
    return text.replace(ENTRY, (entry) => entry.replace(NEED, (line, job, since, life) => isEnded({ job, since: new Date(since), life: life === undefined ? undefined : lives_asLife(json_jsonOf(life)) }) ? "" : line));
}
/** Removes entries. @param isKept told the SHA-256 that an entry has for a name, and its text */
function keepEntries(text, isKept) {
    let result = "";
    let end = 0;
    for (const { 0: entry, 1: fingerprint = "", index } of text.matchAll(ENTRY)) {
        result = joinLines(result, text.slice(end, index)) + (isKept(fingerprint, entry) ? entry : "");
        end = index + entry.length;
    }
    return joinLines(result, text.slice(end));
}
/** Whether any job needs an entry of a text. */
function isNeeded(text) {
    return text.search(NEED) >= 0;
}
/** Ends needs, and removes the entries that nobody needs any more. */
function removeNeeds(text, isEnded) {
    return keepEntries(endNeeds(text, isEnded), (_, entry) => isNeeded(entry));
}
/** What somebody appended after an entry needs the line break that a text without one got from the entry. */
function joinLines(before, after) {
    const joins = before !== "" && after !== "" && !before.endsWith("\n") && !after.startsWith("\n");
    return joins ? `${before}\n${after}` : before + after;
}
/** Whether a text of PEM certificates holds a root. */
function holds(text, root) {
    const wanted = root.der.toString("base64");
    return certificateBlocks(text).some((block) => block.replace(/-----[^-]+-----|\s/g, "") === wanted);
}
/** The PEM blocks of a text, without what stands between them. */
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
/** The file is read by programs of any locale, and a name must not bring line breaks into it. */
function ascii(text) {
    return text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function compact(fingerprint) {
    return fingerprint.replaceAll(":", "").toLowerCase();
}

;// CONCATENATED MODULE: ./build/trust/store/store.js
/** No job runs longer (GitHub: five days on a self-hosted runner); the need of an older one is a dead runner's. */
const store_LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;
/** Whose needs have ended: those of jobs that died and, if it is given, of a job that ends now. */
function endedOn({ now, isOver }, job) {
    return (need) => need.job === job ||
        now.getTime() - need.since.getTime() > store_LONGEST_JOB_MS ||
        (need.life !== undefined && isOver(need.life));
}
/** How a store calls what it makes for a root: `azs-login-` and 64 bits of its SHA-256. */
function shortName(root) {
    return nameFor(root.fingerprints.sha256.replaceAll(":", "").toLowerCase());
}
/** @param fingerprint as entries have it */
function nameFor(fingerprint) {
    return `azs-login-${fingerprint.slice(0, 16)}`;
}

;// CONCATENATED MODULE: ./build/trust/stores/certifi.js




/**
 * The CA bundles in Pythons, for programs started without the exported variables (containers, other shells). What pip
 * carries of its own (`pip/_vendor/certifi`) stays as it is: pip reads REQUESTS_CA_BUNDLE, and from 24.2 the system's
 * roots.
 *
 * @param files paths of `cacert.pem`, as each Python names its own
 */
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
/**
 * Debian and others point certifi at the system's bundle. That one is generated from the system store: what is written
 * into it is lost with the next update, so the root goes where it comes from.
 */
function isOwnBundle(certifi) {
    return external_node_path_.basename(certifi) === "cacert.pem";
}

// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod: io_util_chmod, copyFile, lstat: io_util_lstat, mkdir: io_util_mkdir, open: io_util_open, readdir: io_util_readdir, rename: io_util_rename, rm: io_util_rm, rmdir, stat: io_util_stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield io_util_stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield io_util_stat(fsPath) : yield io_util_lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield io_util_stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield io_util_stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield io_util_readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function io_cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: ./build/trust/stores/keytool.js




/** Every JDK's cacerts has this one (keytool's documentation). Said by a variable, as any password should be. */
const PASSWORD = { AZS_LOGIN_STOREPASS: "changeit" };
const WITH_PASSWORD = ["-storepass:env", "AZS_LOGIN_STOREPASS"];
/** Its words are looked at. */
const ENGLISH = ["-J-Duser.language=en", "-J-Duser.country=US"];
/** The certificates of a keystore, as text with PEM blocks. @throws Failure `AZS334`, `AZS335` */
function listed(keystore, content, machine) {
    return withCopy(content, machine, (copy) => run(keystore, copy, ["-list", "-rfc"], machine));
}
/**
 * A keystore with changes. keytool writes in place and not atomically, so that it works on a copy; it also needs no
 * rights that way.
 *
 * @throws Failure `AZS334`, `AZS335`
 */
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
    await files_createPrivateFile(copy, content);
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
        throw trust_trustFailures.keystorePassword({ file: keystore.file });
    const said = `${stdout}\n${stderr}`.split("\n").find((line) => line.startsWith("keytool error: "));
    const words = said?.replace("keytool error: ", "").replaceAll(copy, keystore.file).trim() ?? `exit code ${exitCode}`;
    throw trust_trustFailures.keystoreUnreadable({ file: keystore.file, keytool: keystore.keytool, words });
}
function ask({ keytool }, copy, [command = "", ...args], { processes }, input = "") {
    const all = [...ENGLISH, command, "-keystore", copy, ...WITH_PASSWORD, ...args];
    return processes.run(keytool, all, { input, environment: PASSWORD });
}

;// CONCATENATED MODULE: ./build/trust/stores/keystore.js





/**
 * Adds roots for a job; one that the keystore holds by itself is left alone.
 *
 * @param announce called before the first change, and not at all when there is none
 */
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
    const add = without(named(certificateBlocks(wanted)), named(certificateBlocks(held)));
    const content = await edited(keystore, state.base, { add, remove: [] }, machine);
    await announce();
    await writeSidecar(keystore, { ...withMade(state, content), roots: wanted });
    await writeKeystore(keystore, state, content);
}
/** Ends needs. The last one restores the original to the byte, unless another program changed it meanwhile. */
async function removeFromKeystore(keystore, isEnded, machine) {
    const state = await keystore_read(keystore);
    if (state === undefined || state.roots === "")
        return dropRemains(keystore);
    const left = removeNeeds(state.roots, isEnded);
    const [before, after] = [state.roots, left].map((text) => named(certificateBlocks(text)));
    if (after.size === before.size)
        return writeSidecar(keystore, { ...state, roots: left });
    const content = await contentWith(keystore, state, before, after, machine);
    // Ours, but not the one with all of these roots: a job that comes after a killed one must not take it for that.
    await writeSidecar(keystore, { ...state, made: withMade({ ...state, made: [] }, content).made.concat(state.made) });
    await writeKeystore(keystore, state, content);
    return after.size === 0
        ? dropSidecar(keystore)
        : writeSidecar(keystore, { ...withMade(state, content), roots: left });
}
/** Whether a keystore's sidecar would change if needs ended; only looks. */
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
/** @returns undefined when the keystore is gone, with its JDK */
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
/** What a killed step left half-written, and the original of a keystore that went with its JDK. */
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
    // Nothing is to come back once another program has changed it.
    if (original === null)
        return files.change(file, change);
    // Whatever is not what the jobs' roots come on top of is a keystore with some of them.
    return files.change(file, change, { ours: (text) => text !== base.toString("latin1") });
}
function sidecarOf({ file }) {
    return external_node_path_.join(external_node_path_.dirname(file), `${external_node_path_.basename(file)}.azs-login-roots`);
}
function named(blocks) {
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








/**
 * The keystore that a JDK trusts by default. Java reads none of the exported variables.
 *
 * @throws Failure `AZS333`
 */
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
/** `jssecacerts` is read instead of `cacerts` where it is there (JSSE Reference Guide). */
const KEYSTORES = ["jssecacerts", "cacerts"];
/**
 * Java itself says where it lives: what is on PATH may be a script (jenv, asdf) or macOS's own stub, and a JDK 8 keeps
 * its keystore in its JRE.
 */
async function findKeystore({ processes, environment }) {
    const named = environment["JAVA_HOME"];
    const suffix = process.platform === "win32" ? ".exe" : "";
    const java = named ? external_node_path_.join(named, "bin", `java${suffix}`) : await which("java");
    if (java === "")
        throw trust_trustFailures.javaMissing({ where: "JAVA_HOME is not set and there is no java on PATH" });
    const { exitCode, stderr } = await processes.run(java, ["-XshowSettings:properties", "-version"]);
    const home = /^[ \t]*java\.home = (.+)$/m.exec(stderr)?.[1]?.trim();
    if (home === undefined) {
        const why = named ? `JAVA_HOME is ${named} and ` : "";
        throw trust_trustFailures.javaMissing({ where: `${why}${java} does not start (exit code ${exitCode})` });
    }
    const files = KEYSTORES.map((name) => external_node_path_.join(home, "lib", "security", name));
    const keytool = external_node_path_.join(home, "bin", `keytool${suffix}`);
    const found = files.find((file) => (0,external_node_fs_namespaceObject.existsSync)(file));
    if (found === undefined)
        throw trust_trustFailures.javaMissing({ where: `${home} has no lib/security/cacerts` });
    if (!(0,external_node_fs_namespaceObject.existsSync)(keytool))
        throw trust_trustFailures.javaMissing({ where: `${home} has no bin/keytool` });
    // On Debian and Fedora a link to the system's own; the file it leads to is the one that changes.
    return { file: await (0,promises_.realpath)(found), keytool };
}

;// CONCATENATED MODULE: ./build/trust/stores/python.js



/**
 * The CA bundles of the Pythons that later steps use: that of an active virtual environment, and the first on PATH.
 *
 * @returns paths as certifi names them, each once
 * @throws Failure `AZS331` without any Python; `AZS332` when the one that later steps use has no certifi
 */
async function pythonBundles({ processes, environment }) {
    const pythons = [...virtualPython(environment), ...(await firstOnPath(environment))];
    const bundles = new Set();
    for (const [index, python] of pythons.entries()) {
        // Without PYTHONPATH, which may lead into the workspace; with the user's own packages, which pip writes to.
        const asked = await processes.run(python, ["-E", "-B", external_node_path_.join(import.meta.dirname, "where.py")]);
        const bundle = asked.exitCode === 0 ? readAnswer(asked.stdout) : undefined;
        if (bundle !== undefined)
            bundles.add(bundle);
        // In a virtual environment the Python on PATH is that environment's, or a second one that may well have none.
        else if (index === 0)
            throw withoutCertifi(python, asked.exitCode);
    }
    if (pythons.length === 0)
        throw trust_trustFailures.pythonMissing({});
    return [...bundles];
}
function withoutCertifi(python, exitCode) {
    const what = exitCode === 0 ? "has no certifi" : `cannot be asked for its certifi (exit code ${exitCode})`;
    return trust_trustFailures.certifiMissing({ python, what });
}
function readAnswer(text) {
    try {
        const answer = JSON.parse(text.trim().split("\n").at(-1) ?? "");
        return typeof answer === "string" ? answer : undefined;
    }
    catch {
        return undefined;
    }
}
/** As venv and virtualenv lay it out. */
function virtualPython({ VIRTUAL_ENV }) {
    if (!VIRTUAL_ENV)
        return [];
    const program = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
    return [external_node_path_.join(VIRTUAL_ENV, ...program)];
}
/** Where both names are in one folder, they are the same; Windows has a `python3` that opens the shop. */
async function firstOnPath(environment) {
    const names = process.platform === "win32" ? ["python"] : ["python3", "python"];
    const found = (await Promise.all(names.map((name) => which(name)))).filter((file) => file !== "");
    const folders = (environment["PATH"] ?? "").split(external_node_path_.delimiter);
    const rank = (file) => folders.indexOf(external_node_path_.dirname(file));
    return found.sort((one, other) => rank(one) - rank(other)).slice(0, 1);
}

;// CONCATENATED MODULE: ./build/trust/system/hash-links.js



/** Links to an anchor; those that are there already stay. @param pem its certificate */
async function hash_links_link(anchor, pem, folder, files, { processes }) {
    const name = `${external_node_path_.basename(anchor, ".crt")}.pem`;
    await files.run(folder, "ln", ["-sfn", "--", anchor, external_node_path_.join(folder, name)]);
    const links = await hashLinksIn(folder);
    if ((await leadingTo(name, links, folder)).length > 0)
        return;
    const hashed = await systemPrograms(processes).run("openssl", ["x509", "-noout", "-hash"], { input: `${pem}\n` });
    const hash = hashed.stdout.trim();
    if (!/^[0-9a-f]{8}$/.test(hash))
        throw new Error(`openssl tells no hash of ${anchor}: ${hashed.stderr.trim()}`);
    const taken = new Set(links.filter((one) => one.hash === hash).map(({ number }) => number));
    let number = 0;
    while (taken.has(number))
        number += 1;
    await files.run(folder, "ln", ["-s", "--", name, external_node_path_.join(folder, `${hash}.${number}`)]);
}
/** Removes a link and those by hash that lead to it; the last of their hash moves into the gap. */
async function hash_links_unlink(name, folder, files) {
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
/** The last number first, so that no link moves into a gap that is to be removed, too. */
async function leadingTo(name, links, folder) {
    const targets = await Promise.all(links.map((one) => (0,promises_.readlink)(external_node_path_.join(folder, one.name)).catch(() => "")));
    return links.filter((_, index) => targets[index] === name).toSorted((one, other) => other.number - one.number);
}

;// CONCATENATED MODULE: ./build/trust/system/debian.js







const UPDATER = "update-ca-certificates";
/** Where Debian has it: not on the PATH of users other than root (login.defs(5), ENV_PATH). */
const UPDATER_FILE = `/usr/sbin/${UPDATER}`;
/**
 * The system's roots on Debian and Ubuntu: OpenSSL, curl, git and Debian's own az read them (update-ca-certificates(8)).
 *
 * A root is an anchor, its text in the bundle, a link to the anchor, and a link by the hash of its subject. The step
 * does for its own anchors what update-ca-certificates does for all, and no more: the program takes seconds, fails where
 * somebody's link leads nowhere, and its hooks rewrite the Java keystore with the time in it. When it runs meanwhile it
 * comes to the same. The anchor names the jobs that need it; it is made first and goes last, so that whatever a killed
 * job left is seen to be azs-login's.
 */
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
                    // A root that the machine trusts by itself stays the machine's; one of another job gets a second need.
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
/** Brings an anchor's text into the bundle, and its links. */
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
/** Whether nothing has to be done: the usual case, which takes no lock and no rights. */
async function isSettled(places, isEnded, shared) {
    const { needed, anchors, links } = await unneededIn(places, isEnded, shared);
    if (anchors.length > 0 || links.length > 0)
        return false;
    if (await shared.wouldChange(bundleOf(places), withoutUnneeded(needed), WITH_ENTRIES))
        return false;
    const changes = (await anchorsWithRemains(places)).map((anchor) => shared.wouldChange(anchor, (text) => endNeeds(text, isEnded)));
    return !(await Promise.all(changes)).includes(true);
}
/** Takes out what no job needs; the same again where a killed job began it. */
async function settle(places, isEnded, files, shared) {
    for (const anchor of await anchorsWithRemains(places))
        await files.change(anchor, (text) => endNeeds(text, isEnded));
    const { needed, anchors, links } = await unneededIn(places, isEnded, shared);
    await files.change(bundleOf(places), withoutUnneeded(needed), WITH_ENTRIES);
    for (const name of links)
        await hash_links_unlink(`${name}.pem`, places.certificates, files);
    for (const name of anchors)
        await files.change(external_node_path_.join(places.anchors, `${name}.crt`), () => "");
}
/** Anchors that are there, and those of which a killed job left a half-written file only. */
async function anchorsWithRemains({ anchors }) {
    const names = await (0,promises_.readdir)(anchors).catch(() => []);
    const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.crt/.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(anchors, name));
}
/** Names that azs-login gives, without their extension. */
async function ownNames(folder, extension) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names
        .filter((name) => /^azs-login-[0-9a-f]{16}$/.test(external_node_path_.basename(name, extension)) && name.endsWith(extension))
        .map((name) => external_node_path_.basename(name, extension));
}
/** Empty where there is none. */
async function updater() {
    return (await which(UPDATER)) || ((0,external_node_fs_namespaceObject.existsSync)(UPDATER_FILE) ? UPDATER_FILE : "");
}
function bundleOf({ certificates }) {
    return external_node_path_.join(certificates, "ca-certificates.crt");
}
function anchorOf(root, { anchors }) {
    return external_node_path_.join(anchors, `${shortName(root)}.crt`);
}

;// CONCATENATED MODULE: ./build/trust/system/certificate-database.js







/** The store of a system that keeps its roots in a database. */
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
                    // Without such a file it is the machine's own, trusted or not as the administrator wants it.
                    const isListed = (await machine.shared.read(needsFile)) !== "";
                    if (!isListed && (await database.holds(sha1Of(root.pem), machine)))
                        continue;
                    await files.change(needsFile, (text) => addRoots(text, [root], job, machine.now), {
                        announce: () => announce({ store: "system", files: [needsFileName(root)], job: job.name }),
                    });
                    // Again for each job: another one may have been killed before it came to it.
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
            // Until it is gone, the file tells the next job whose the root is.
            if (pem === undefined || (await database.holds(sha1Of(pem), machine)))
                throw error;
            await files.change(needsFile, () => left);
            throw error;
        }
        await files.change(needsFile, () => left);
    });
}
/** Files that are there, and those of which a killed job left a half-written file only. */
async function needsFilesIn(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.pem/.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(folder, name));
}
/** A file with nothing but the certificate. */
async function certificateFile(pem, { folder }) {
    const file = external_node_path_.join(folder, `root-${(0,external_node_crypto_.randomUUID)()}.pem`);
    await files_createPrivateFile(file, `${pem.trimEnd()}\n`);
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
/**
 * Changes of trust settings may ask in a window, even root's (macOS 11 and later, by its authorization database), and a
 * job would wait for good: on hosted macOS 14 remove-trusted-cert did (actions/runner-images#12116).
 */
const AT_MOST = ["-e", "alarm shift; exec @ARGV or die", "20"];
const PERL = "/usr/bin/perl";
/**
 * The system keychain of macOS (security(1)): curl, Safari, Go and .NET read it. The keychain is a database that macOS
 * writes in its own way; afterwards the certificate and its trust setting are gone, which is not "byte for byte".
 */
const keychain = {
    // "Written without asking for a password" must hold for the way back, too.
    onlyByName: "macOS may not let the post step remove a trust setting; name system in trust-stores to use it",
    needsFolder: () => NEEDS_FOLDER,
    unavailable: async ({ shared }) => shared.obstacle(external_node_path_.join(NEEDS_FOLDER, "azs-login.pem")),
    async holds(sha1, { processes }) {
        const found = await systemPrograms(processes).run(SECURITY, ["find-certificate", "-a", "-Z", KEYCHAIN, OWN_ROOTS]);
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
            // First: it finds the setting by the certificate.
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
/**
 * The system's roots on RHEL and Fedora. update-ca-trust has p11-kit extract all anchors into several files, and not to
 * the byte: the Java keystore among them holds the time (p11-kit, extract-jks.c). So what was extracted before the first
 * job is kept beside, and the last job puts it back.
 */
const redHatStore = redHatStoreBelow("/");
/** @param root the machine's root folder */
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
        // The lock is a folder, which must not lie among the anchors.
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
                // A root that the machine trusts by itself stays the machine's; one of another job gets a second need.
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
/** Whether nothing has to be done: the usual case, which takes no lock and no rights. */
async function redhat_isSettled(places, isEnded, shared) {
    const { needed, unneeded, removed, kept } = await redhat_look(places, isEnded, shared);
    if (unneeded.length + removed.length > 0 || (kept.length > 0 && needed.length === 0))
        return false;
    const changes = (await redhat_anchorsWithRemains(places)).map((anchor) => shared.wouldChange(anchor, (text) => endNeeds(text, isEnded)));
    return !(await Promise.all(changes)).includes(true);
}
/**
 * Takes out what no job needs. An anchor moves aside first, since update-ca-trust extracts whatever lies among the
 * anchors, and goes only when that is done: a killed job leaves it, and the next one goes on from there.
 */
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
/** Keeps what is extracted now, named by what it was extracted from. */
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
/** Puts back what was kept; it is extracted anew if somebody changed the machine's anchors meanwhile. */
async function putBack(names, places, files) {
    const { trust, extracted } = places;
    const kept = `${KEPT}${await digestOf(places)}`;
    if (names.includes(kept))
        await files.run(trust, "sh", ["-c", PUT_BACK, "sh", external_node_path_.join(trust, kept), extracted]);
    else if (names.some((name) => !name.endsWith(".new")))
        await files.run(trust, redhat_UPDATER, ["extract"]);
}
/** $1: what was kept, $2: where it belongs. File by file, each at once: other programs read them all the time. */
const PUT_BACK = `kept=$1 extracted=$2
(cd "$kept" && find . ! -type d) | while IFS= read -r file; do
  cp -a -- "$kept/$file" "$extracted/$file.azs-login" && mv -fT -- "$extracted/$file.azs-login" "$extracted/$file" || exit 1
done || exit 1
(cd "$extracted" && find . ! -type d) | while IFS= read -r file; do
  [ -e "$kept/$file" ] || [ -L "$kept/$file" ] || rm -f -- "$extracted/$file" || exit 1
done`;
/** Names and contents of the machine's anchors, without azs-login's. */
async function digestOf({ sources }) {
    const found = [];
    for (const folder of sources) {
        const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
            const file = external_node_path_.join(entry.parentPath, entry.name);
            if (entry.isDirectory() || OURS.test(entry.name))
                continue;
            // A link that leads nowhere counts by its name.
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
/** Anchors that are there, and those of which a killed job left a half-written file only. */
async function redhat_anchorsWithRemains({ anchors }) {
    const names = await (0,promises_.readdir)(anchors).catch(() => []);
    const found = names.flatMap((name) => OURS.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(anchors, name));
}
function redhat_anchorOf(root, anchors) {
    return external_node_path_.join(anchors, `${shortName(root)}.crt`);
}

;// CONCATENATED MODULE: ./build/trust/system/windows.js



/**
 * "High" and "System" among the integrity levels, and the group of administrators (Well-known SIDs, Windows
 * documentation). An administrator who is not elevated has a lower level; NETWORK SERVICE, as whom a runner's service runs
 * by default, has the level "System" and is no administrator.
 */
const HIGH = /\bS-1-16-(?:12288|16384)\b/;
const ADMINISTRATORS = /\bS-1-5-32-544\b/;
/**
 * The machine's root store of Windows (certutil): .NET, PowerShell, curl and browsers read it. The user's own store would
 * need no administrator, but asks in a window before it takes a root.
 */
const windowsStore = databaseStore({
    needsFolder: ({ environment }) => environment["ProgramFiles"] || "C:\\Program Files",
    async unavailable(machine) {
        const { stdout } = await machine.processes.run(system("whoami.exe", machine), ["/groups"]);
        if (!HIGH.test(stdout) || !ADMINISTRATORS.test(stdout))
            throw trust_trustFailures.notElevated({});
        return undefined;
    },
    async holds(sha1, machine) {
        // Its exit codes are not documented: whatever fails is taken for a root that is not there.
        const { exitCode } = await machine.processes.run(certutil(machine), ["-store", "Root", sha1]);
        return exitCode === 0;
    },
    add: (file, files, machine) => files.run(external_node_path_.dirname(file), certutil(machine), ["-addstore", "-f", "Root", file]),
    remove: (file, sha1, files, machine) => files.run(external_node_path_.dirname(file), certutil(machine), ["-delstore", "Root", sha1]),
});
/** By its path: NSS has a certutil, too. */
function certutil(machine) {
    return system("certutil.exe", machine);
}
function system(program, { environment }) {
    return external_node_path_.win32.join(environment["SystemRoot"] || "C:\\Windows", "System32", program);
}

;// CONCATENATED MODULE: ./build/trust/system/system.js






/** The system's own store. @throws Error where the machine has none that azs-login knows */
async function systemStore(platform = process.platform) {
    if (platform === "darwin")
        return macosStore;
    if (platform === "win32")
        return windowsStore;
    // Alpine and SUSE have a program of that name that works in another way.
    if ((0,external_node_fs_namespaceObject.existsSync)("/etc/debian_version") && (await updater()) !== "")
        return debianStore;
    // Arch Linux has a program of that name that works in other folders.
    if ((0,external_node_fs_namespaceObject.existsSync)(ANCHORS) &&
        ((0,external_node_fs_namespaceObject.existsSync)(`/usr/bin/${redhat_UPDATER}`) || (await which(redhat_UPDATER)) !== ""))
        return redHatStore;
    throw new Error(`there is no ${UPDATER} (Debian, Ubuntu) or ${redhat_UPDATER} (RHEL, Fedora) on this machine`);
}
const removeFromSystem = async (stored, machine) => (await systemStore()).remove(stored, machine);

;// CONCATENATED MODULE: ./build/trust/machine-stores.js











/** Trusts roots for this process's own requests, on top of Node's; nothing on the machine changes. */
function trustInMemory(roots) {
    if (roots.length > 0)
        setDefaultCACertificates([...getCACertificates("default"), ...roots.map(({ pem }) => pem)]);
}
/** Whether the bundle of the job's own is exported to later steps. */
function exportsBundle(wanted) {
    return wanted === "auto" || wanted.includes("bundle");
}
/** Roots added to a shared trust store. */
const storedRoots = undoKind({
    name: "roots",
    fields: { stored: (value) => isObject(value) && isStored(Object(value)) },
    lasts: true,
    undo: ({ stored }, machine) => REMOVERS[stored.store](stored, machine),
    describe: ({ stored }) => `roots in the trust store ${stored.store}: ${stored.files.join(", ")}`,
});
function isStored({ store, files, job }) {
    return isText(store) && isText(job) && Array.isArray(files) && files.every(isText);
}
/**
 * Adds the roots to the machine's stores that the user wants; with `auto`, to those that can be written. Before that,
 * whatever the user wants, it takes out what jobs that died left in the stores that it finds at once.
 *
 * @param certifi CA bundle of az's Python, if known
 * @returns a line on each store: that it holds the roots now, or why a store of `auto` does not
 * @throws Failure when a store that was asked for by name cannot be written
 */
async function storeRoots({ roots, trustStores }, certifi, journal, machine) {
    await healStores(certifi, machine);
    if (roots.length === 0)
        return ["no root to add"];
    const lines = exportsBundle(trustStores) ? ["bundle holds the root"] : [];
    const job = { name: path.basename(journal.folder), life: journal.life };
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
/** What a dead job left is no failure of this one: whoever may not take it out leaves it to a job that may. */
async function healStores(certifi, machine) {
    for (const name of AUTO) {
        const stores = await OPENERS[name](machine, certifi).catch(() => []);
        for (const store of stores)
            await store.heal(hasty(machine)).catch(() => undefined);
    }
}
/** Waits until a dead job's lock can be taken over, and no longer: a later job may do it as well. */
function hasty(machine) {
    const { shared } = machine;
    const waitMs = STALE_MS + 2000;
    return { ...machine, shared: { ...shared, exclusively: (folder, work) => shared.exclusively(folder, work, waitMs) } };
}
function reasonOf(error) {
    if (error instanceof Failure)
        return error.problem;
    return error instanceof Error ? error.message : String(error);
}
function unavailable(asked, store, reason, error) {
    if (error instanceof Failure)
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
const AUTO = (/* unused pure expression or super */ null && (["az", "system"]));
/** The stores that come with a name of `trust-stores`. */
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
/** What a certifi holds, or where it comes from. */
async function storesOf(name, bundles) {
    const own = bundles.filter(isOwnBundle);
    return [
        ...(own.length > 0 ? [certifiStore(name, own)] : []),
        ...(own.length < bundles.length ? [await systemStore()] : []),
    ];
}

;// CONCATENATED MODULE: ./build/job/undo.js










/** Every kind of change that the step announces in its journal; a new one is a line here. */
const UNDO_KINDS = [
    startedProcess,
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
/** The kind of an entry, with its data. */
function kindOf(entry) {
    const kind = UNDO_KINDS.find(({ name }) => name === entry.undo);
    if (kind === undefined)
        throw new Error(`no kind of change is called ${entry.undo}`);
    return { kind, data: entry };
}

;// CONCATENATED MODULE: ./build/job/logout.js











/** The post step: undoes what the step did, also when it was killed half-way. Never fails the job: it warns. */
async function logout(host, now = new Date()) {
    const folder = earlierFolder(host);
    if (folder === undefined)
        return;
    // Node reads NODE_EXTRA_CA_CERTS in the background and warns when the file is gone by then: let it read first.
    (0,external_node_tls_namespaceObject.getCACertificates)("extra");
    await removeUnused(host.toolCache, now).catch((error) => host.debug(`An old az stays: ${error.message}`));
    const keep = isComplete(host) && (await host.input("cleanup")).toLowerCase() === "false";
    if (!keep) {
        // A step that failed has undone all by itself.
        const isThere = (0,external_node_fs_namespaceObject.existsSync)(folder);
        const left = await undoOf(folder, false, host, now);
        if (left > 0)
            host.info(`azs-login: everything is undone, except for what the warnings above name (${left}).`);
        else if (isThere)
            host.info("azs-login: this machine is as it was before the login.");
        return;
    }
    host.info("cleanup is false: the login stays until the runner empties its temporary folder; roots in trust stores and the machine's az configuration stay longer.");
}
/**
 * Replays a journal backwards, then removes the folder with the secrets, whatever happened before. Of what could not be
 * undone the folder keeps what a later try needs.
 */
async function undoAll(folder, host, now) {
    await undoOf(folder, false, host, now);
}
/**
 * Undoes what earlier jobs of this runner left when they died, or could not undo themselves. What they did to variables
 * went with them; what somebody has changed since stays.
 */
async function undoDeadJobs(host, now) {
    for (const folder of await jobFolders(host.temporaryFolder)) {
        const life = (await isMine(folder)) ? await readLife(folder) : undefined;
        if (life === undefined || !isOver(life))
            continue;
        host.info(`An earlier job left changes to this machine behind. They are undone now (${folder}).`);
        await undoOf(folder, true, host, now);
    }
}
/** Without a runner the temporary folder is everybody's. */
async function isMine(folder) {
    const status = await lstat(folder).catch(() => undefined);
    if (status === undefined || !status.isDirectory())
        return false;
    return process.platform === "win32" || (status.uid === process.getuid?.() && (status.mode & 0o77) === 0);
}
/** @returns how often it warned */
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
    const started = processes(environment, UNRECORDED);
    const shared = sharedFiles(started, external_node_path_.basename(folder));
    return { shared, processes: started, environment, folder, now, isOver: lives_isOver, host, toolCache, isLate };
}

;// CONCATENATED MODULE: ./build/entry/logout.js



/** The post step on any host: warns, never fails. */
async function runLogout(host) {
    (0,streams/* hearOthers */.az)(host.debug);
    const warn = (error) => host.warning(`The login could not be undone: ${error instanceof Error ? error.message : String(error)}`);
    // What else there is to undo is undone all the same.
    process.on("uncaughtException", warn);
    try {
        await hideSecretInputs(host);
        await logout(host);
    }
    catch (error) {
        warn(error);
    }
}


/***/ }),

/***/ 7867:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(613);
/* harmony import */ var _host_pipelines_vault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4965);
/* harmony import */ var _host_pipelines_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3594);
/* harmony import */ var _inputs_input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1457);
/* harmony import */ var _logout_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6042);





await (0,_logout_js__WEBPACK_IMPORTED_MODULE_4__/* .runLogout */ .O)((0,_host_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .pipelinesHost */ .I)(_inputs_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUT_NAMES */ .Q));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   SP: () => (/* binding */ shown)
/* harmony export */ });
/* unused harmony export isFingerprint */
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

/***/ 3594:
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
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
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

// EXTERNAL MODULE: ./build/errors/failure.js
var failure = __nccwpck_require__(728);
;// CONCATENATED MODULE: ./build/errors/certificates.js

const exportWithKey = 'export the certificate with its private key: in the Windows certificate manager choose "Yes, export the private ' +
    'key"; with OpenSSL: `openssl pkcs12 -export -inkey key.pem -in certificate.pem -out client.pfx`; as PEM, the key ' +
    "followed by the certificate.";
const convertLegacy = "convert it with OpenSSL 3, and pass what it writes: a PFX with `openssl pkcs12 -legacy -in client.pfx -out " +
    "client.pem`, a PEM key with `openssl pkcs8 -topk8 -provider legacy -provider default -in key.pem -out new.pem`.";
/** `AZS3xx`: certificates, keys and trust. `from` names the input and, for a file, its path. */
const certificateFailures = {
    caUnreadable: (0,failure/* failure */.V)("AZS301", "CA certificate cannot be read", ({ from }) => ({
        problem: `${from} holds no certificate that can be read.`,
        fix: "pass the stamp's root as a path to a file (PEM, DER, or PKCS #7 such as .p7b), as PEM text, or as base64 of one of " +
            "them; `openssl x509 -in root.pem -noout -subject` shows whether a file holds a certificate.",
    })),
    caDamaged: (0,failure/* failure */.V)("AZS302", "CA certificate is damaged", (names) => ({
        problem: `certificate ${names.position} in ${names.from} is damaged: it cannot be decoded.`,
        fix: "copy it again as a whole, its BEGIN and END lines included; `openssl x509 -in root.pem -noout -text` checks it.",
    })),
    caPrivateKey: (0,failure/* failure */.V)("AZS303", "CA input holds a private key", ({ from }) => ({
        problem: `${from} holds a private key; to trust a root, only its certificate is needed.`,
        fix: "pass the certificate only (`openssl x509 -in root-with-key.pem -out root.pem`; from a PFX: `openssl pkcs12 -in " +
            "root.pfx -nokeys -out root.pem`), remove the key from the place this input comes from, and treat it as disclosed.",
    })),
    caNotAuthority: (0,failure/* failure */.V)("AZS304", "Certificate is no CA", (names) => ({
        problem: `${names.from} holds "${names.subject}", which is no CA certificate.`,
        fix: "pass the root of the chain that the stamp presents, without the server certificates below it; this one was " +
            `issued by "${names.issuer}".`,
    })),
    caExpired: (0,failure/* failure */.V)("AZS305", "CA certificate has expired", ({ from, subject, notAfter }) => ({
        problem: `the CA certificate "${subject}" in ${from} expired on ${notAfter}.`,
        fix: "ask the operator of the stamp for its current root, and pass that one.",
    })),
    caNotYetValid: (0,failure/* failure */.V)("AZS306", "CA certificate is not valid yet", (names) => ({
        problem: `the CA certificate "${names.subject}" in ${names.from} is valid from ${names.notBefore} only.`,
        fix: `set the runner's clock (it reads ${names.now}) if it is wrong; otherwise pass the root the stamp uses today.`,
    })),
    pinNotGiven: (0,failure/* failure */.V)("AZS307", "No CA certificate has the fingerprint", (names) => ({
        problem: `ca-fingerprint is ${names.fingerprint}, but ${names.from} holds ${names.found}.`,
        fix: "ask the operator of the stamp which root is its own; pass that one as ca-certificate, and what `openssl x509 -in " +
            "root.pem -noout -fingerprint -sha256` prints for it as ca-fingerprint.",
    })),
    pinNotOfRoot: (0,failure/* failure */.V)("AZS308", "Fingerprint is not that of a root", (names) => ({
        problem: `ca-fingerprint ${names.fingerprint} is that of "${names.subject}" in ${names.from}, which is not a root CA. The ` +
            `root is ${names.root}.`,
        fix: "set ca-fingerprint to the fingerprint of the root, as the operator of the stamp states it.",
    })),
    rootNotPresented: (0,failure/* failure */.V)("AZS309", "Root is not presented", (names) => ({
        problem: `${names.from} lacks its root, "${names.missing}" (many servers do not send it), so it cannot be compared ` +
            `with ca-fingerprint ${names.fingerprint}.`,
        fix: "pass the root itself as ca-certificate (a path, PEM text, base64 or waagent); you can keep ca-fingerprint.",
    })),
    clientUnreadable: (0,failure/* failure */.V)("AZS310", "Client certificate cannot be read", ({ from }) => ({
        problem: `${from} holds neither PEM blocks nor a PFX.`,
        fix: "pass a path to a PEM or PFX file, PEM text, or base64 of PEM or PFX (`base64 -w0 client.pfx`); a secret of " +
            "several lines must keep its line breaks.",
    })),
    clientDamaged: (0,failure/* failure */.V)("AZS311", "Client certificate is damaged", (names) => ({
        problem: `${names.part} in ${names.from} cannot be decoded.`,
        fix: "copy it again as a whole, and test the file: `openssl pkey -in client.pem -noout`, `openssl x509 -in client.pem " +
            "-noout`, `openssl pkcs12 -in client.pfx -noout`.",
    })),
    clientWithoutKey: (0,failure/* failure */.V)("AZS312", "Client certificate without private key", ({ from }) => ({
        problem: `${from} holds a certificate but no private key.`,
        fix: exportWithKey,
    })),
    clientWithoutCertificate: (0,failure/* failure */.V)("AZS313", "Private key without client certificate", ({ from }) => ({
        problem: `${from} holds a private key but no certificate.`,
        fix: "add the certificate that is registered with the application: `cat key.pem certificate.pem > client.pem`.",
    })),
    clientKeyMismatch: (0,failure/* failure */.V)("AZS314", "Private key does not match the certificate", (names) => ({
        problem: `the private key in ${names.from} belongs to none of the certificates there (${names.subject}).`,
        fix: "put the key and the certificate of the same pair together; `openssl pkey -in key.pem -pubout` and `openssl x509 " +
            "-in certificate.pem -pubkey -noout` must print the same.",
    })),
    clientSeveralKeys: (0,failure/* failure */.V)("AZS315", "Several private keys", (names) => ({
        problem: `${names.from} holds ${names.count} private keys, and azs-login cannot tell which one to use.`,
        fix: "keep only the key of the certificate that is registered with the application.",
    })),
    clientPasswordMissing: (0,failure/* failure */.V)("AZS316", "Client certificate needs a password", ({ from }) => ({
        problem: `the private key in ${from} is encrypted, and no password was given.`,
        fix: "pass its password as client-certificate-password, from a secret.",
    })),
    clientPasswordWrong: (0,failure/* failure */.V)("AZS317", "Wrong password for the client certificate", ({ from }) => ({
        problem: `client-certificate-password does not open ${from}.`,
        fix: "pass the password that was set when the key was exported, without quotes and without a line break at its end; " +
            "`openssl pkcs12 -in client.pfx -noout` or `openssl pkey -in client.pem -noout` asks for it and checks it.",
    })),
    clientUnsupported: (0,failure/* failure */.V)("AZS318", "Client certificate in an unsupported format", ({ from }) => ({
        problem: `${from} uses an encryption algorithm or a kind of content that is not supported.`,
        fix: convertLegacy,
    })),
    clientNotRsa: (0,failure/* failure */.V)("AZS319", "Key of the client certificate is not RSA", (names) => ({
        problem: `the private key in ${names.from} is ${names.type}; Microsoft Entra ID and AD FS take RSA keys only.`,
        fix: "make a certificate with an RSA key of 2048 bits or more, register it with the application, and pass it: `openssl " +
            "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=azs-login -days 365`.",
    })),
    clientExpired: (0,failure/* failure */.V)("AZS320", "Client certificate has expired", ({ from, subject, notAfter }) => ({
        problem: `the client certificate "${subject}" in ${from} expired on ${notAfter}.`,
        fix: "make a new certificate, register it with the application, and pass it with its private key.",
    })),
    clientNotYetValid: (0,failure/* failure */.V)("AZS321", "Client certificate is not valid yet", (names) => ({
        problem: `the client certificate "${names.subject}" in ${names.from} is valid from ${names.notBefore} only.`,
        fix: `set the runner's clock (it reads ${names.now}) if it is wrong; otherwise pass a certificate that is valid today.`,
    })),
    pinDiffers: (0,failure/* failure */.V)("AZS322", "Presented root has another fingerprint", (names) => ({
        problem: `${names.from} leads to the root ${names.presented}, but ca-fingerprint is ${names.fingerprint}. Nothing was sent.`,
        fix: "check that endpoint is the stamp that the fingerprint is of, and ask its operator whether the root was replaced. If " +
            "neither explains it, a proxy or somebody else on the way answers instead of the stamp: do not copy the fingerprint that is " +
            "presented.",
    })),
    agentFileMissing: (0,failure/* failure */.V)("AZS324", "No file of the Linux agent", ({ path }) => ({
        problem: `ca-certificate is waagent, but there is no ${path}: only Linux VMs inside a stamp have that file.`,
        fix: "run the job on such a VM, or pass the root itself as ca-certificate (a path, PEM text or base64).",
    })),
    agentFileUnreadable: (0,failure/* failure */.V)("AZS325", "File of the Linux agent cannot be read", (names) => ({
        problem: `ca-certificate is waagent, but ${names.path} cannot be read: ${names.reason}.`,
        fix: "only root may read it: run the runner as root, let its user run `sudo -n cat " +
            `${names.path}\` without a password, or copy the stamp's root from it to a file and pass that as ca-certificate.`,
    })),
    tooMany: (0,failure/* failure */.V)("AZS350", "Too many certificates", (names) => ({
        problem: `${names.from} holds more than ${names.most} certificates or keys.`,
        fix: "pass only the certificates of the stamp or of the application: the root, and the intermediate CAs below it.",
    })),
    tooManyRounds: (0,failure/* failure */.V)("AZS351", "Key derivation takes too long", (names) => ({
        problem: `decrypting ${names.from} takes ${names.rounds} rounds of key derivation; azs-login does at most ${names.most}.`,
        fix: "export it again with fewer: a PFX with `openssl pkcs12 -export -inkey key.pem -in certificate.pem -out " +
            "client.pfx`, a PEM key with `openssl pkcs8 -topk8 -in key.pem -out new.pem`, whose defaults are accepted.",
    })),
    tooSlow: (0,failure/* failure */.V)("AZS352", "Certificates take too long to compare", (names) => ({
        problem: `the certificates in ${names.from} were not compared with each other within ${names.seconds} seconds.`,
        fix: "keep only the certificates of one chain, without others of the same name.",
    })),
    pfxTooLarge: (0,failure/* failure */.V)("AZS353", "PFX or PKCS #7 file is too large", (names) => ({
        problem: `the PFX or PKCS #7 file in ${names.from} is larger than ${names.most}.`,
        fix: "export only the certificate that you need (for an application, with its key), without the other certificates of the store.",
    })),
    keyTooLong: (0,failure/* failure */.V)("AZS354", "Key of the client certificate is too long", (names) => ({
        problem: `the private key in ${names.from} has ${names.bits} bits; azs-login accepts at most ${names.most}.`,
        fix: "make a certificate with an RSA key of 2048 or 4096 bits, register it with the application, and pass that.",
    })),
    caMoreRefused: (0,failure/* failure */.V)("AZS355", "More CA certificates are refused", ({ input, count }) => ({
        problem: `${input} holds ${count} more certificates that are refused for reasons like these.`,
        fix: "pass the stamp's root alone.",
    })),
    agentWithoutCa: (0,failure/* failure */.V)("AZS326", "No CA in the file of the Linux agent", (names) => ({
        problem: `${names.from} holds no CA certificate of a stamp (certificates in it: ${names.count}).`,
        fix: "pass the root itself as ca-certificate (a path, PEM text or base64); leave ca-certificate out when the stamp has " +
            "certificates of a public CA.",
    })),
};

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
        throw certificateFailures.clientUnreadable({ from: `clientCertificateSecureFile (${name})` });
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
    task.setStdStream(new external_node_stream_namespaceObject.Writable({
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

/***/ 1457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ INPUT_NAMES)
/* harmony export */ });
/* unused harmony export INPUT_DEFAULTS */
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
/******/ var __webpack_exports__ = __nccwpck_require__(7867);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
