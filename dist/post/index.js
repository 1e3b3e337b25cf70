import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

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

/***/ 9140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

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

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

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

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3155:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(613);
/* harmony import */ var _host_github_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9799);
/* harmony import */ var _logout_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9757);



await (0,_logout_js__WEBPACK_IMPORTED_MODULE_2__/* .runLogout */ .O)((0,_host_github_js__WEBPACK_IMPORTED_MODULE_1__/* .githubHost */ .S)());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9757:
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(1692);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./build/io/system-places.js

function systemPlaces(...places) {
    return process.platform === "win32" ? [] : places;
}
function system_places_readSystemFile(file) {
    try {
        return systemPlaces(file).map((place) => (0,external_node_fs_.readFileSync)(place, "utf8").trim())[0];
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/io/lives.js




const lives_UNFINISHED = "unfinished";
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
function runnerOf(step) {
    for (let pid = parentOf(step), height = 0; pid > 1 && height < 20; pid = parentOf(pid), height += 1) {
        if (/^(?:Runner|Agent)\.Worker$/.test(readSystemFile(`/proc/${pid}/comm`) ?? ""))
            return { pid, start: startOf(pid) };
    }
    return undefined;
}
function machineOf() {
    return system_places_readSystemFile("/etc/machine-id") || (0,external_node_os_.hostname)();
}
const CLOCK_S = 600;
function bootOf() {
    return system_places_readSystemFile("/proc/sys/kernel/random/boot_id") ?? `${Math.round(Date.now() / 1000 - (0,external_node_os_.uptime)())}`;
}
function isSameBoot(one, other) {
    return one === other || Math.abs(Number(one) - Number(other)) < CLOCK_S;
}
function namespace(kind) {
    try {
        return systemPlaces(`/proc/self/ns/${kind}`)
            .map((link) => (0,external_node_fs_.readlinkSync)(link))
            .join();
    }
    catch {
        return "";
    }
}
function statusOf(pid) {
    return system_places_readSystemFile(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ") ?? [];
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
        (0,external_node_fs_.statSync)(file);
        return "there";
    }
    catch (error) {
        return error.code === "ENOENT" ? "gone" : "unknown";
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
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
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

const windows_access = memoize(promises_namespaceObject.access);
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/journal/kind.js
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
const startedProcess = undoKind({
    name: "process",
    fields: { pid: (value) => Number.isSafeInteger(value) && value > 0 },
    lasts: false,
    async undo({ pid, start }, { folder }) {
        const process = { pid, start };
        const isCertain = start !== undefined;
        if (!isCertain && !(0,external_node_fs_.existsSync)(external_node_path_.join(folder, lives_UNFINISHED)))
            return;
        for (let waited = 0; waited < LONGEST_WAIT_MS && isAlive(process); waited += POLL_MS)
            await (0,promises_.setTimeout)(POLL_MS);
        if (isCertain && isAlive(process))
            throw new Error(`it did not end within ${LONGEST_WAIT_MS / 1000} seconds`);
    },
    describe: ({ pid }) => `process ${pid} still runs`,
});

;// CONCATENATED MODULE: ./build/io/windows-programs.js

function windows_programs_windowsProgram(name, environment) {
    return external_node_path_.win32.join(environment["SystemRoot"] || "C:\\Windows", "System32", name);
}

;// CONCATENATED MODULE: ./build/io/process-tree.js



const ROUNDS = 5;
function killTree(pid, leads, environment) {
    if (process.platform === "win32") {
        const taskkill = windows_programs_windowsProgram("taskkill.exe", environment);
        const child = (0,external_node_child_process_namespaceObject.spawn)(taskkill, ["/T", "/F", "/PID", String(pid)], { stdio: "ignore", windowsHide: true });
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./node_modules/proper-lockfile/index.js
var proper_lockfile = __nccwpck_require__(3648);
;// CONCATENATED MODULE: ./build/io/locks.js







const locks_POLL_MS = 250;
const BY_THIS_USER = {
    async make(folder, holder) {
        await (0,promises_namespaceObject.mkdir)(folder);
        await (0,promises_namespaceObject.writeFile)(external_node_path_.join(folder, holder), "", { flag: "wx" });
    },
    renew: (folder, time) => (0,promises_namespaceObject.utimes)(folder, time, time),
    async release(folder, holder) {
        await (0,promises_namespaceObject.rm)(external_node_path_.join(folder, holder), { force: true });
        await (0,promises_namespaceObject.rmdir)(folder);
    },
    clear: (folder) => (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true }),
};
async function exclusively(lockfile, { waitMs, staleMs }, work, keeper = BY_THIS_USER, holder = (0,external_node_crypto_.randomUUID)()) {
    const until = performance.now() + waitMs;
    for (;;) {
        const held = await take(lockfile, holder, staleMs, until, keeper);
        if (!(await held.isAlone())) {
            await held.release();
            await (0,promises_.setTimeout)(locks_POLL_MS);
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
    const status = await (0,promises_namespaceObject.stat)(lockfile).catch(() => undefined);
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
        stat: (0,external_node_util_.callbackify)(promises_namespaceObject.stat),
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
        isAlone: async () => (await (0,promises_namespaceObject.readdir)(lockfile).catch(() => [])).join() === holder,
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
        await (0,promises_.setTimeout)(locks_POLL_MS);
    }
}
function isContended({ code }, lockfile) {
    return code === "ELOCKED" || code === "EEXIST" || (code === "ENOENT" && (0,external_node_fs_.existsSync)(external_node_path_.dirname(lockfile)));
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
                    await (0,promises_namespaceObject.rm)(file, { force: true });
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
    return (0,promises_namespaceObject.access)(folder, external_node_fs_.constants.W_OK).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/io/obstacles.js




class obstacles_Hindered extends Error {
    obstacle;
    constructor(obstacle) {
        super(obstacle.reason);
        this.obstacle = obstacle;
    }
}
async function obstacleAt(file, status) {
    if (status?.isSymbolicLink())
        return obstacles_link(file, await (0,promises_namespaceObject.readlink)(file));
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
    const error = await (0,promises_namespaceObject.access)(folder, external_node_fs_.constants.W_OK).catch(({ code }) => code);
    return error === "EROFS";
}
async function isMountPoint(file) {
    const mounts = system_places_readSystemFile("/proc/self/mountinfo") ?? "";
    const own = await (0,promises_namespaceObject.realpath)(file).catch(() => file);
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
            await (0,promises_namespaceObject.copyFile)(file, temporary, external_node_fs_.constants.COPYFILE_EXCL);
        await (0,promises_namespaceObject.writeFile)(temporary, after, { flag: before === undefined ? "wx" : "w", flush: true });
    }
    const now = await (0,promises_namespaceObject.readFile)(file).catch(() => undefined);
    if (before === undefined ? now !== undefined : now?.equals(before) !== true) {
        await (0,promises_namespaceObject.rm)(temporary, { force: true });
        return { exitCode: FILE_CHANGED, stderr: "" };
    }
    await putInPlace(replacement);
    return { exitCode: 0, stderr: "" };
}
async function putInPlace({ file, temporary, after, original }) {
    const old = originalOf(file);
    if (original === "back")
        return (0,promises_namespaceObject.rename)(old, file);
    if (original === "keep")
        await (0,promises_namespaceObject.link)(file, old).catch(() => undefined);
    if (after.length > 0)
        await (0,promises_namespaceObject.rename)(temporary, file);
    else
        await (0,promises_namespaceObject.rm)(file, { force: true });
    if (original === "drop")
        await (0,promises_namespaceObject.rm)(old, { force: true });
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
const shared_files_STALE_MS = 6000;
const PATIENCE = { waitMs: 30_000, staleMs: shared_files_STALE_MS };
const MOST_TRIES = 3;
const shared_files_LONGEST_RUN_MS = 90_000;
class Overtaken extends Error {
}
function sharedFiles(processes, job = (0,external_node_crypto_.randomUUID)(), journal = UNRECORDED) {
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
    const names = await (0,promises_namespaceObject.readdir)(folder).catch(() => []);
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
    return (0,promises_namespaceObject.lstat)(file).catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
}
async function readPlain(file, status) {
    if (!status.isFile())
        throw new Error(notPlain(file));
    return (0,promises_namespaceObject.readFile)(file);
}
const notPlain = (file) => `${file} is no plain file`;

;// CONCATENATED MODULE: ./build/provision/unfinished-installation.js





const NAME = "azs-login-az";
const unfinished_installation_PATIENCE = { waitMs: 20 * 60_000, staleMs: 10_000 };
const SHORT_PATIENCE = { ...unfinished_installation_PATIENCE, waitMs: 15_000 };
const unfinishedInstallation = undoKind({
    name: "installation",
    fields: { folder: isText },
    lasts: true,
    undo: ({ folder }, { toolCache }) => removeIncomplete(folder, toolCache),
    describe: ({ folder }) => `unfinished installation in ${folder}`,
});
async function removeIncomplete(folder, toolCache) {
    if (toolCache === undefined || !INSTALLATION.test(external_node_path_.relative(toolCache, folder)))
        return;
    if ((0,external_node_fs_.existsSync)(marker(folder)) || !(0,external_node_fs_.existsSync)(external_node_path_.dirname(folder)))
        return;
    await removeUnless(folder, toolCache, () => (0,external_node_fs_.existsSync)(marker(folder)));
}
const INSTALLATION = /^azs-login-az[\\/][\d.]+-[0-9a-f]{8}[\\/]\w+$/;
async function removeUnless(folder, toolCache, isWanted) {
    const remove = async () => {
        if (isWanted())
            return;
        await (0,promises_namespaceObject.rm)(marker(folder), { force: true });
        await removeFolder(folder);
    };
    await exclusively(lockOf(folder, toolCache), SHORT_PATIENCE, remove).catch((error) => {
        if (error.code !== "ELOCKED")
            throw error;
    });
    await removeEmptyParents(folder);
}
const marker = (folder) => `${folder}.complete`;
function lockOf(folder, root) {
    return external_node_path_.join(root, `${external_node_path_.relative(root, folder).replaceAll(external_node_path_.sep, "-")}.lock`);
}
async function removeEmptyParents(folder) {
    for (const parent of [external_node_path_.dirname(folder), external_node_path_.dirname(external_node_path_.dirname(folder))]) {
        await (0,promises_namespaceObject.rmdir)(parent).catch(() => undefined);
    }
}
async function removeFolder(folder) {
    await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}

;// CONCATENATED MODULE: ./build/provision/unused.js




const LONGEST_UNUSED_MS = 30 * 24 * 60 * 60_000;
async function removeUnused(toolCache, now) {
    if (toolCache === undefined)
        return;
    const parent = external_node_path_.join(toolCache, NAME);
    for (const name of await (0,promises_namespaceObject.readdir)(parent).catch(() => [])) {
        if (!/^[\d.]+-[0-9a-f]{8}$/.test(name))
            continue;
        for (const file of await (0,promises_namespaceObject.readdir)(external_node_path_.join(parent, name))) {
            const folder = external_node_path_.join(parent, name, file.replace(/\.complete$/, ""));
            if (file.endsWith(".complete") && isUnused(folder, now)) {
                await removeUnless(folder, toolCache, () => !isUnused(folder, now));
            }
        }
    }
}
function isUnused(folder, now) {
    const used = (0,external_node_fs_.statSync)(marker(folder), { throwIfNoEntry: false })?.mtimeMs;
    return used !== undefined && now.getTime() - used > LONGEST_UNUSED_MS;
}

// EXTERNAL MODULE: ./build/errors/files.js + 1 modules
var files = __nccwpck_require__(3410);
;// CONCATENATED MODULE: ./build/io/files.js




async function files_createPrivateFolder(folder) {
    await mkdir(folder, { mode: 0o700 });
}
async function files_createPrivateFile(file, content) {
    const handle = await (0,promises_namespaceObject.open)(file, "wx", 0o600);
    try {
        await handle.writeFile(content);
    }
    finally {
        await handle.close();
    }
}
async function files_createPublicFolder(folder) {
    await files_createPrivateFolder(folder);
    await chmod(folder, 0o755);
}
async function createPublicFile(file, content) {
    await files_createPrivateFile(file, content);
    await chmod(file, 0o644);
}
async function files_makeFolders(folder, mode = 0o777) {
    const make = () => (0,promises_namespaceObject.mkdir)(folder, { mode });
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
        if (!(await isFolder(folder)))
            throw error;
    }
}
async function isFolder(place) {
    return (0,promises_namespaceObject.stat)(place).then((found) => found.isDirectory(), () => false);
}
const { O_NONBLOCK = 0 } = external_node_fs_.constants;
function openAtOnce(file) {
    return open(file, constants.O_RDONLY | O_NONBLOCK);
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
            throw fileFailures.notPlain({ file: name });
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


const private_places_BY_MODE = async () => undefined;
function keepPrivate({ run }, environment, platform = process.platform) {
    if (platform !== "win32")
        return private_places_BY_MODE;
    let asked;
    const userOf = async (place) => {
        const { stdout, stderr } = await run(windowsProgram("whoami.exe", environment), ["/user", "/fo", "csv", "/nh"], {
            ofSystem: true,
        });
        const [sid] = /\bS-1-[\d-]+\d\b/.exec(stdout) ?? [];
        if (sid === undefined)
            throw fileFailures.notPrivate({ place, reason: `whoami said ${stderr || stdout || "nothing"}` });
        return sid;
    };
    return async (place, kind) => {
        asked ??= userOf(place);
        const user = `*${await asked}:${kind === "folder" ? "(OI)(CI)" : ""}F`;
        const args = [place, "/inheritance:r", "/grant:r", user, "/q"];
        const { exitCode, stdout, stderr } = await run(windowsProgram("icacls.exe", environment), args, { ofSystem: true });
        if (exitCode !== 0)
            throw fileFailures.notPrivate({ place, reason: `icacls said ${stderr || stdout || exitCode}` });
    };
}

;// CONCATENATED MODULE: ./build/journal/journal.js

async function journal_createJournal(file) {
    const handle = await open(file, "wx", 0o600);
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
    const text = await (0,promises_namespaceObject.readFile)(file, "utf8").catch((error) => {
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
function forgetJobFolder(host) {
    host.saveState(job_folder_STATE, "");
}
async function startFiles(folder, life) {
    await createPrivateFile(path.join(folder, UNFINISHED), "");
    await createPrivateFile(path.join(folder, LIFE), JSON.stringify(life));
    return createJournal(path.join(folder, FILE));
}
function markIncomplete(host) {
    host.saveState(COMPLETE, "");
}
function markComplete(host) {
    host.saveState(COMPLETE, "true");
}
function isComplete(host) {
    return host.state(COMPLETE) === "true";
}
function earlierFolder(host) {
    const folder = host.state(job_folder_STATE);
    return FOLDER.test(external_node_path_.basename(folder)) ? folder : undefined;
}
function readEntries(folder, kinds) {
    return readJournal(external_node_path_.join(folder, FILE), kinds);
}
async function job_folder_readLife(folder) {
    const text = await readFile(path.join(folder, LIFE), "utf8").catch(() => "");
    return asLife(jsonOf(text));
}
async function removeJobFolder(folder) {
    await removeAllBut(folder, [LIFE, lives_UNFINISHED]);
    await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
}
const NOT_OURS = /^(?:replaced-|az-before-|az-restored-)/;
async function keepForLater(folder, entries) {
    const theirs = (await (0,promises_namespaceObject.readdir)(folder)).filter((name) => NOT_OURS.test(name));
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
    await (0,promises_namespaceObject.rename)(shortened, external_node_path_.join(folder, FILE));
}
async function removeAllBut(folder, kept) {
    const names = await (0,promises_namespaceObject.readdir)(folder).catch((error) => {
        if (error.code === "ENOENT")
            return [];
        throw error;
    });
    const going = names.filter((name) => !kept.includes(name)).map((name) => external_node_path_.join(folder, name));
    if (names.length === 0)
        return;
    const mark = () => files_createPrivateFile(external_node_path_.join(folder, lives_UNFINISHED), "").catch(() => undefined);
    await mark();
    const removed = await Promise.allSettled(going.map(remove));
    await mark();
    const failed = removed.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected")
        throw failed.reason;
}
async function remove(place) {
    try {
        await (0,promises_namespaceObject.rm)(place, { recursive: true, force: true, maxRetries: 5 });
    }
    catch (error) {
        const status = await (0,promises_namespaceObject.lstat)(place).catch(() => undefined);
        if (status?.isFile() && status.nlink === 1)
            await (0,promises_namespaceObject.truncate)(place).catch(() => undefined);
        throw error;
    }
}
const FOLDER = /^azs-login-[0-9a-f-]{36}$/;
async function job_folder_jobFolders(temporaryFolder) {
    const names = await readdir(temporaryFolder).catch(() => []);
    return names.filter((name) => FOLDER.test(name)).map((name) => path.join(temporaryFolder, name));
}

;// CONCATENATED MODULE: ./build/az/configure/command-index.js





const madeCommandIndex = undoKind({
    name: "command-index",
    fields: { index: isObject },
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
    const key = createHash("sha256")
        .update(JSON.stringify([version, profile, az.path, extensions]))
        .digest("hex");
    const kept = path.join(toolCache, "azs-login-az", "command-index", `${key.slice(0, 32)}.json`);
    return { file: path.join(az.configFolder, command_index_NAME), kept, version, profile, extensions, extensionFolder };
}
async function placeIndex(index) {
    const text = await readFile(index.kept, "utf8").catch(() => "");
    if (!isWhole(text, index))
        return false;
    await replace(index.file, text, 0o600, randomUUID());
    return true;
}
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
async function keepIndex(index) {
    const text = await (0,promises_namespaceObject.readFile)(index.file, "utf8").catch(() => "");
    if (!isWhole(text, index) || text === (await (0,promises_namespaceObject.readFile)(index.kept, "utf8").catch(() => "")))
        return;
    if ((await extensionsIn(index.extensionFolder)) !== index.extensions)
        return;
    await files_makeFolders(external_node_path_.dirname(index.kept))
        .then(() => replace(index.kept, text, 0o644, jobOf(index)))
        .catch(() => undefined);
}
function jobOf({ file }) {
    return external_node_path_.basename(external_node_path_.dirname(external_node_path_.dirname(file)));
}
async function replace(file, text, mode, writer) {
    const temporary = `${file}.${writer}`;
    await (0,promises_namespaceObject.rm)(temporary, { force: true });
    await (0,promises_namespaceObject.writeFile)(temporary, text, { mode, flag: "wx" });
    await (0,promises_namespaceObject.rename)(temporary, file);
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
    const names = (await (0,promises_namespaceObject.readdir)(folder).catch(() => [])).toSorted();
    const described = names.map(async (name) => {
        const extension = external_node_path_.join(folder, name);
        const inside = (await (0,promises_namespaceObject.readdir)(extension).catch(() => [])).filter((entry) => /-info$/.test(entry)).toSorted();
        const { mtimeMs } = await (0,promises_namespaceObject.stat)(extension).catch(() => ({ mtimeMs: 0 }));
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

// EXTERNAL MODULE: ./build/errors/failure.js
var failure = __nccwpck_require__(728);
;// CONCATENATED MODULE: ./build/errors/az.js

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

;// CONCATENATED MODULE: ./build/errors/file-codes.js
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

;// CONCATENATED MODULE: ./build/io/json.js
function json_jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function json_isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function claimsOf(token) {
    return Object(json_jsonOf(Buffer.from(token.split(".", 2)[1] ?? "", "base64url").toString("utf8")) ?? {});
}

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








const machine_config_STATE = [
    "clouds.config",
    "config",
    "azureProfile.json",
    "service_principal_entries.json",
    "service_principal_entries.bin",
    "accessTokens.json",
    "msal_token_cache.json",
    "msal_token_cache.bin",
];
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
    lateObstacle: ({ folder, after }) => (0,external_node_fs_.existsSync)(after)
        ? undefined
        : `The az configuration in ${folder} may still contain the login of an earlier job that died (isolate: false).`,
    undo: restoreMachineConfig,
    describe: ({ folder }) => `az configuration in ${folder}`,
});
async function hasCloud(folder, name) {
    const text = await readFile(path.join(folder, "clouds.config"), "utf8").catch(() => "");
    return text.split(/\r?\n/).includes(`[${name}]`);
}
async function recordMachineConfig(folder, journal) {
    const before = path.join(journal.folder, `az-before-${randomUUID()}`);
    const existed = await stat(folder).then(() => true, () => false);
    await copyConfig(folder, before);
    await journal.record(configChange.entry({ folder, existed, before, after: afterOf(before) }));
}
async function recordChangedConfig(folder, journal) {
    const before = (await readdir(journal.folder)).find((name) => name.startsWith("az-before-"));
    if (before !== undefined)
        await copyConfig(folder, afterOf(path.join(journal.folder, before)));
}
function afterOf(before) {
    return before.replace("az-before-", "az-after-");
}
async function copyConfig(folder, copy) {
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
async function restoreMachineConfig({ folder, existed, before, after }) {
    const copied = await (0,promises_namespaceObject.readdir)(before);
    for (const name of machine_config_CACHES) {
        await (0,promises_namespaceObject.rm)(external_node_path_.join(folder, name), { recursive: true, force: true });
        if (copied.includes(name))
            await (0,promises_namespaceObject.cp)(external_node_path_.join(before, name), external_node_path_.join(folder, name), { recursive: true, preserveTimestamps: true });
    }
    await eachOrFirstFailure(machine_config_STATE, (name) => restoreState(name, folder, before, after));
    if (!existed)
        await (0,promises_namespaceObject.rmdir)(folder).catch(() => undefined);
}
async function restoreState(name, folder, before, after) {
    const decided = before.replace("az-before-", "az-restored-");
    const [base, current, earlier] = await Promise.all([before, folder, decided].map((place) => read(place, name)));
    const ours = (await (0,promises_namespaceObject.readdir)(after).catch(() => undefined)) === undefined ? current : await read(after, name);
    const restored = earlier ?? revert(name, { base, ours, current });
    const file = external_node_path_.join(folder, name);
    if (restored === undefined)
        return (0,promises_namespaceObject.rm)(file, { force: true });
    if (restored !== current) {
        if (earlier === undefined)
            await keepDecision(external_node_path_.join(decided, name), restored);
        await files_makeFolders(folder, 0o700);
        await (0,promises_namespaceObject.writeFile)(file, restored, { mode: 0o600, encoding: "latin1" });
    }
    await restoreMode(external_node_path_.join(before, name), file);
}
async function keepDecision(file, restored) {
    await files_makeFolders(external_node_path_.dirname(file), 0o700);
    await (0,promises_namespaceObject.writeFile)(`${file}-incomplete`, restored, { mode: 0o600, encoding: "latin1" });
    await (0,promises_namespaceObject.rename)(`${file}-incomplete`, file);
}
async function restoreMode(original, file) {
    const status = await (0,promises_namespaceObject.stat)(original).catch(() => undefined);
    if (status !== undefined)
        await (0,promises_namespaceObject.chmod)(file, status.mode);
}
function read(folder, name) {
    return (0,promises_namespaceObject.readFile)(external_node_path_.join(folder, name), "latin1").catch((error) => {
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
const CLAIM = "azs-login-jobs.jsonl";
const LONGEST_JOB_MS = (/* unused pure expression or super */ null && (5 * 24 * 60 * 60 * 1000));
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
    await usable(folder, () => shared.exclusively(folder, (files) => files.change(path.join(folder, CLAIM), joined)));
}
async function releaseMachineConfig({ folder, job, made }, shared) {
    if (await isThere(folder)) {
        if ((await (0,promises_namespaceObject.readdir)(folder)).some((name) => name.startsWith(CLAIM)))
            await shared.exclusively(folder, (files) => files.change(external_node_path_.join(folder, CLAIM), (text) => config_claim_textOf(holdersIn(text).filter(({ life }) => external_node_path_.basename(life.folder) !== job))));
        await shared.release(folder);
    }
    if (made !== undefined)
        await removeEmpty(folder, made);
}
async function uppermostMissing(folder) {
    if (await isThere(folder))
        return undefined;
    const parent = path.dirname(folder);
    return parent === folder ? folder : ((await uppermostMissing(parent)) ?? folder);
}
async function removeEmpty(folder, uppermost) {
    const isGone = await (0,promises_namespaceObject.rmdir)(folder).then(() => true, ({ code }) => code === "ENOENT");
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
function isSameJob(one, other) {
    const isSameRunner = one.runner?.pid === other.runner?.pid && one.runner?.start === other.runner?.start;
    return isSameRunner && one.paths === other.paths && path.dirname(one.folder) === path.dirname(other.folder);
}
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
const WHOLLY = external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK;
async function requirePlain(file, status, rights) {
    if (!status.isFile())
        throw Object.assign(new Error("no plain file"), { code: NO_PLAIN_FILE, path: file });
    await access(file, rights);
}
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
const REASONS = {
    ...PATH_REASONS,
    EROFS: "the file system is read-only",
    ENOENT: "it does not exist, or is a broken link",
    EEXIST: "it is no folder",
    ELOCKED: "another job keeps it locked",
    [NO_PLAIN_FILE]: "it is no plain file",
};
function isThere(file) {
    return (0,promises_namespaceObject.lstat)(file).then(() => true, ({ code }) => code !== "ENOENT");
}

;// CONCATENATED MODULE: ./build/io/temporary-replacement.js






const placedFile = undoKind({
    name: "placed-file",
    fields: { file: isText, kept: isTextOrMissing },
    lasts: true,
    undo: (placed, { isLate }) => removePlaced(placed, isLate),
    describe: ({ file }) => `the file ${file}`,
});
async function placeFile(file, content, journal, keepPrivate = BY_MODE) {
    const status = await temporary_replacement_statusOf(file);
    if (status !== undefined && !status.isFile())
        throw new Error("the path exists, and is no plain file");
    const kept = status === undefined ? undefined : path.join(journal.folder, `replaced-${randomUUID()}`);
    await journal.record(placedFile.entry({ file, kept, digest: hash("sha256", content) }));
    if (kept !== undefined)
        await move(file, kept, kept);
    await createPrivateFile(file, "");
    await keepPrivate(file, "file");
    await writeFile(file, content, { flag: "r+" });
}
async function removePlaced({ file, kept, digest }, isLate = false) {
    if (kept !== undefined && (await temporary_replacement_statusOf(kept)) === undefined)
        return;
    if (isLate && !(await isStill(file, digest)))
        return kept === undefined ? undefined : putBeside(file, kept, "another file has that path now");
    if (kept === undefined)
        return (0,promises_namespaceObject.rm)(file, { force: true });
    try {
        await (0,promises_namespaceObject.rm)(file, { force: true });
        await files_makeFolders(external_node_path_.dirname(file));
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
    const content = await (0,promises_namespaceObject.readFile)(file).catch((error) => error.code === "ENOENT" ? "" : undefined);
    return content === "" || (content !== undefined && (0,external_node_crypto_.hash)("sha256", content) === digest);
}
async function temporary_replacement_statusOf(file) {
    return (0,promises_namespaceObject.lstat)(file).catch((error) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR")
            return undefined;
        throw error;
    });
}
async function move(from, to, kept) {
    try {
        await (0,promises_namespaceObject.rename)(from, to);
    }
    catch (error) {
        if (error.code !== "EXDEV")
            throw error;
        const incomplete = `${to}.${external_node_path_.basename(kept)}-incomplete`;
        const { uid, gid } = await (0,promises_namespaceObject.lstat)(from);
        await (0,promises_namespaceObject.rm)(incomplete, { force: true });
        try {
            await (0,promises_namespaceObject.cp)(from, incomplete, { preserveTimestamps: true, errorOnExist: true, force: false });
            await (0,promises_namespaceObject.chown)(incomplete, uid, gid);
            await (0,promises_namespaceObject.rename)(incomplete, to);
        }
        catch (copyError) {
            await (0,promises_namespaceObject.rm)(incomplete, { force: true });
            throw copyError;
        }
        await (0,promises_namespaceObject.rm)(from);
    }
}

;// CONCATENATED MODULE: ./build/results/job-variables.js

const jobVariables = undoKind({
    name: "variables",
    fields: { values: isObject },
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

;// CONCATENATED MODULE: ./build/trust/bundle/roots-folder.js





const rootsFolder = undoKind({
    name: "roots-folder",
    fields: { folder: isText },
    lasts: true,
    async undo({ folder }) {
        if (roots_folder_NAME.test(external_node_path_.basename(folder)))
            await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    describe: ({ folder }) => `the folder ${folder}`,
});
const roots_folder_NAME = /^azs-login-roots-[0-9a-f-]{36}$/;
async function openRootsFolder(place, journal) {
    const folder = path.join(place, `azs-login-roots-${randomUUID()}`);
    await journal.record(rootsFolder.entry({ folder }));
    await createPublicFolder(folder);
    return folder;
}

;// CONCATENATED MODULE: ./build/errors/trust.js

const LEAVE_OUT = (store) => `or leave ${store} out of trust-stores`;
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
    return text.replace(ENTRY, (entry) => entry.replace(NEED, (line, job, since, life) => isEnded({ job, since: new Date(since), life: life === undefined ? undefined : lives_asLife(json_jsonOf(life)) }) ? "" : line));
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
        return (0,promises_namespaceObject.readFile)(copy);
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
        await (0,promises_namespaceObject.rm)(copy, { force: true });
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
async function removeFromKeystore(keystore, isEnded, machine) {
    const state = await keystore_read(keystore);
    if (state === undefined || state.roots === "")
        return dropRemains(keystore);
    const left = removeNeeds(state.roots, isEnded);
    const [before, after] = [state.roots, left].map((text) => named(certificateBlocks(text)));
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
    const content = await (0,promises_namespaceObject.readFile)(keystore.file).catch(noFile);
    if (content === undefined)
        return undefined;
    const text = await (0,promises_namespaceObject.readFile)(sidecarOf(keystore), "utf8").catch(noFile);
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
    const found = files.find((file) => (0,external_node_fs_.existsSync)(file));
    if (found === undefined)
        throw trust_trustFailures.javaMissing({ where: `${home} has no lib/security/cacerts` });
    if (!(0,external_node_fs_.existsSync)(keytool))
        throw trust_trustFailures.javaMissing({ where: `${home} has no bin/keytool` });
    return { file: await (0,promises_namespaceObject.realpath)(found), keytool };
}

;// CONCATENATED MODULE: ./build/trust/stores/python.js



async function pythonBundles({ processes, environment }) {
    const pythons = [...virtualPython(environment), ...(await firstOnPath(environment))];
    const bundles = new Set();
    for (const [index, python] of pythons.entries()) {
        const asked = await processes.run(python, ["-E", "-B", external_node_path_.join(import.meta.dirname, "where.py")]);
        const bundle = asked.exitCode === 0 ? readAnswer(asked.stdout) : undefined;
        if (bundle !== undefined)
            bundles.add(bundle);
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
function virtualPython({ VIRTUAL_ENV }) {
    if (!VIRTUAL_ENV)
        return [];
    const program = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
    return [external_node_path_.join(VIRTUAL_ENV, ...program)];
}
async function firstOnPath(environment) {
    const names = process.platform === "win32" ? ["python"] : ["python3", "python"];
    const found = (await Promise.all(names.map((name) => which(name)))).filter((file) => file !== "");
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
    return (await (0,promises_namespaceObject.readdir)(folder)).flatMap((name) => {
        const [, hash, number] = /^([0-9a-f]{8})\.(\d+)$/.exec(name) ?? [];
        return hash === undefined ? [] : [{ name, hash, number: Number(number) }];
    });
}
async function leadingTo(name, links, folder) {
    const targets = await Promise.all(links.map((one) => (0,promises_namespaceObject.readlink)(external_node_path_.join(folder, one.name)).catch(() => "")));
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
        await hash_links_unlink(`${name}.pem`, places.certificates, files);
    for (const name of anchors)
        await files.change(external_node_path_.join(places.anchors, `${name}.crt`), () => "");
}
async function anchorsWithRemains({ anchors }) {
    const names = await (0,promises_namespaceObject.readdir)(anchors).catch(() => []);
    const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.crt/.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(anchors, name));
}
async function ownNames(folder, extension) {
    const names = await (0,promises_namespaceObject.readdir)(folder).catch(() => []);
    return names
        .filter((name) => /^azs-login-[0-9a-f]{16}$/.test(external_node_path_.basename(name, extension)) && name.endsWith(extension))
        .map((name) => external_node_path_.basename(name, extension));
}
async function updater() {
    return (await which(UPDATER)) || ((0,external_node_fs_.existsSync)(UPDATER_FILE) ? UPDATER_FILE : "");
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
    const names = await (0,promises_namespaceObject.readdir)(folder).catch(() => []);
    const found = names.flatMap((name) => /^azs-login-[0-9a-f]{16}\.pem/.exec(name)?.[0] ?? []);
    return [...new Set(found)].map((name) => external_node_path_.join(folder, name));
}
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
const AT_MOST = ["-e", "alarm shift; exec @ARGV or die", "20"];
const PERL = "/usr/bin/perl";
const keychain = {
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
                const before = await (0,promises_namespaceObject.readFile)(redhat_bundleOf(places), "utf8");
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
    const names = await (0,promises_namespaceObject.readdir)(places.trust).catch(() => []);
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
        const entries = await (0,promises_namespaceObject.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
            const file = external_node_path_.join(entry.parentPath, entry.name);
            if (entry.isDirectory() || OURS.test(entry.name))
                continue;
            found.push(`${file} ${(0,external_node_crypto_.hash)("sha256", await (0,promises_namespaceObject.readFile)(file).catch(() => ""))}`);
        }
    }
    return (0,external_node_crypto_.hash)("sha256", found.sort().join("\n")).slice(0, 16);
}
const OURS = /^azs-login-[0-9a-f]{16}\.crt/;
async function anchorsOf(folder) {
    const names = await (0,promises_namespaceObject.readdir)(folder).catch(() => []);
    return names.filter((name) => OURS.test(name) && name.endsWith(".crt")).map((name) => external_node_path_.join(folder, name));
}
async function redhat_anchorsWithRemains({ anchors }) {
    const names = await (0,promises_namespaceObject.readdir)(anchors).catch(() => []);
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
        const { stdout } = await machine.processes.run(windows_programs_windowsProgram("whoami.exe", machine.environment), ["/groups"]);
        if (!HIGH.test(stdout) || !ADMINISTRATORS.test(stdout))
            throw trust_trustFailures.notElevated({});
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
    return windows_programs_windowsProgram("certutil.exe", environment);
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
        ((0,external_node_fs_.existsSync)(`/usr/bin/${redhat_UPDATER}`) || (await which(redhat_UPDATER)) !== ""))
        return redHatStore;
    throw new Error(`there is no ${UPDATER} (Debian, Ubuntu) or ${redhat_UPDATER} (RHEL, Fedora) on this machine`);
}
const removeFromSystem = async (stored, machine) => (await systemStore()).remove(stored, machine);

;// CONCATENATED MODULE: ./build/trust/machine-stores.js











function trustInMemory(roots) {
    if (roots.length > 0)
        setDefaultCACertificates([...getCACertificates("default"), ...roots.map(({ pem }) => pem)]);
}
function exportsBundle(wanted) {
    return wanted === "auto" || wanted.includes("bundle");
}
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

;// CONCATENATED MODULE: ./build/job/undo.js










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
    (0,external_node_tls_.getCACertificates)("extra");
    await removeUnused(host.toolCache, now).catch((error) => host.debug(`An old az stays: ${error.message}`));
    const keep = isComplete(host) && (await host.input("cleanup")).toLowerCase() === "false";
    if (!keep) {
        const isThere = (0,external_node_fs_.existsSync)(folder);
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
        if (life === undefined || !isOver(life))
            continue;
        host.info(`An earlier job left changes to this machine behind. They are undone now (${folder}).`);
        await undoOf(folder, true, host, now);
    }
}
async function isMine(folder) {
    const status = await lstat(folder).catch(() => undefined);
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
    const started = processes(environment, UNRECORDED);
    const shared = sharedFiles(started, external_node_path_.basename(folder));
    return { shared, processes: started, environment, folder, now, isOver: lives_isOver, host, toolCache, isLate };
}

;// CONCATENATED MODULE: ./build/entry/logout.js



async function runLogout(host) {
    (0,streams/* hearOthers */.az)(host.debug);
    const warn = (error) => host.warning(`The login could not be undone: ${error instanceof Error ? error.message : String(error)}`);
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

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failure)
/* harmony export */ });
/* unused harmony export Failure */
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

/***/ 3410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ fileFailures)
});

// EXTERNAL MODULE: ./build/errors/failure.js
var failure = __nccwpck_require__(728);
;// CONCATENATED MODULE: ./build/errors/on-ci.js
function onCi(ci, { github, pipelines }) {
    if (ci === "GitHub Actions")
        return github;
    return ci === "Azure Pipelines" ? pipelines : `${github}. On Azure Pipelines: ${pipelines.replace(/^; /, "")}`;
}

;// CONCATENATED MODULE: ./build/errors/files.js


const fileFailures = {
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


/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   Mm: () => (/* binding */ bounded)
/* harmony export */ });
/* unused harmony exports isFingerprint, shown */
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

/***/ 9799:
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
// EXTERNAL MODULE: ./build/errors/files.js + 1 modules
var files = __nccwpck_require__(3410);
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
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
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
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
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
/******/ var __webpack_exports__ = __nccwpck_require__(3155);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
