/** What installers really said, shortened; headings are the reason, or words that an answer must keep. */
interface Sayings {
  readonly unreachable: Readonly<Record<string, string>>;
  readonly missing: Readonly<Record<string, string>>;
  readonly mismatch: Readonly<Record<string, string>>;
  readonly failed: Readonly<Record<string, string>>;
}

const NO_MATCH = `ERROR: Could not find a version that satisfies the requirement azure-cli==2.66.2 (from versions: none)
ERROR: No matching distribution found for azure-cli==2.66.2`;
const retrying = (reason: string): string => `Looking in indexes: https://user:****@pypi.contoso.com/simple
WARNING: Retrying (Retry(total=1, connect=None, read=None, redirect=None, status=None)) after connection broken by '${reason}': /simple/azure-cli/
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by '${reason}': /simple/azure-cli/
${NO_MATCH}
`;
const NEW_CONNECTION =
  "NewConnectionError('<pip._vendor.urllib3.connection.HTTPConnection object at 0x7f1859580b90>: Failed to establish a new connection: ";

/** pip 23.2.1 with `--retries 2`. */
export const AS_PIP_SAYS_IT: Sayings = {
  unreachable: {
    refused: retrying(`${NEW_CONNECTION}[Errno 111] Connection refused')`),
    "name not resolved": retrying(`${NEW_CONNECTION}[Errno -2] Name or service not known')`),
    reset: retrying("ProtocolError('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))"),
    "time-out": retrying(
      `ReadTimeoutError("HTTPConnectionPool(host='127.0.0.1', port=8767): Read timed out. (read timeout=1.0)")`,
    ),
    proxy: retrying(`ProxyError('Cannot connect to proxy.', ${NEW_CONNECTION}[Errno 111] Connection refused'))`),
    TLS: `Could not fetch URL https://localhost:8768/simple/azure-cli/: There was a problem confirming the ssl certificate: HTTPSConnectionPool(host='localhost', port=8768): Max retries exceeded with url: /simple/azure-cli/ (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1006)'))) - skipping
${NO_MATCH}
`,
    "file forbidden": `Collecting azure-cli==2.66.2
  ERROR: HTTP error 403 while getting http://127.0.0.1:8767/403/azure_cli-2.66.2-py3-none-any.whl (from http://127.0.0.1:8767/1/azure-cli/)
ERROR: Could not install requirement azure-cli==2.66.2 from http://127.0.0.1:8767/403/azure_cli-2.66.2-py3-none-any.whl because of HTTP error 403 Client Error: Forbidden for url: http://127.0.0.1:8767/403/azure_cli-2.66.2-py3-none-any.whl for URL http://127.0.0.1:8767/403/azure_cli-2.66.2-py3-none-any.whl (from http://127.0.0.1:8767/1/azure-cli/)
`,
  },
  missing: {
    "an empty folder": `Looking in links: empty\n${NO_MATCH}\n`,
    "other versions only": `Looking in indexes: http://127.0.0.1:8767/2
ERROR: Could not find a version that satisfies the requirement azure-cli==2.66.2 (from versions: 2.66.1)
ERROR: No matching distribution found for azure-cli==2.66.2
`,
    "a lock": `Looking in links: empty
Ignoring azure-core: markers 'python_full_version < "3.9"' don't match your environment
ERROR: Could not find a version that satisfies the requirement adal==1.2.7 (from versions: none)
ERROR: No matching distribution found for adal==1.2.7
`,
  },
  mismatch: {
    "a folder": `Looking in links: /wheels
Processing /wheels/adal-1.2.7-py2.py3-none-any.whl (from -r wrong.txt (line 1))
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them.
    adal==1.2.7 from file:///wheels/adal-1.2.7-py2.py3-none-any.whl (from -r wrong.txt (line 1)):
        Expected sha256 0000000000000000000000000000000000000000000000000000000000000000
             Got        2a7451ed7441ddbc57703042204a3e30ef747478eea022c70f789fc7f084bc3d

`,
  },
  failed: {
    "No space left on device": `Processing /wheels/azure_cli-2.66.2-py3-none-any.whl
Installing collected packages: azure-cli
ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device

`,
    "Could not locate Python interpreter": "ERROR: Could not locate Python interpreter /nowhere/python\n",
  },
};

/** uv 0.13.8, and 0.5.5 with its boxes. */
export const AS_UV_SAYS_IT: Sayings = {
  unreachable: {
    refused: `Using Python 3.11.7 environment at: v
error: Request failed after 3 retries in 7.2s
  cause: Failed to fetch: http://127.0.0.1:9/simple/azure-cli/
  cause: error sending request for url (http://127.0.0.1:9/simple/azure-cli/)
  cause: client error (Connect)
  cause: tcp connect error
  cause: Connection refused (os error 111)
`,
    "refused, 0.5": `error: Failed to fetch: \`http://127.0.0.1:9/simple/azure-cli/\`
  Caused by: Request failed after 3 retries
  Caused by: error sending request for url (http://127.0.0.1:9/simple/azure-cli/)
  Caused by: client error (Connect)
  Caused by: tcp connect error: Connection refused (os error 111)
  Caused by: Connection refused (os error 111)
`,
    "name not resolved": `error: Failed to fetch: https://nowhere.invalid/simple/azure-cli/
  cause: error sending request for url (https://nowhere.invalid/simple/azure-cli/)
  cause: client error (Connect)
  cause: dns error
  cause: error resolving DNS
  cause: failed to lookup address information: Name or service not known
`,
    "time-out": `error: Request failed after 1 retry in 3.2s
  cause: Failed to fetch: http://127.0.0.1:8767/4/azure-cli/
  cause: error sending request for url (http://127.0.0.1:8767/4/azure-cli/)
  cause: operation timed out
`,
    proxy: `error: Failed to fetch: http://127.0.0.1:8766/407/azure-cli/
  cause: HTTP status client error (407 Proxy Authentication Required) for url (http://127.0.0.1:8766/407/azure-cli/)
`,
    "server error": `error: Failed to fetch: http://127.0.0.1:8766/503/azure-cli/
  cause: HTTP status server error (503 Service Unavailable) for url (http://127.0.0.1:8766/503/azure-cli/)
`,
    TLS: `error: Failed to fetch: https://localhost:8768/simple/azure-cli/
  cause: error sending request for url (https://localhost:8768/simple/azure-cli/)
  cause: client error (Connect)
  cause: invalid peer certificate: Other(OtherError(CaUsedAsEndEntity))
`,
    "file forbidden": `Resolved 1 package in 133ms
error: Failed to download \`azure-cli==2.66.2\`
  cause: Failed to fetch: http://127.0.0.1:8767/403/azure_cli-2.66.2-py3-none-any.whl
  cause: HTTP status client error (403 Forbidden) for url (http://127.0.0.1:8767/403/azure_cli-2.66.2-py3-none-any.whl)
`,
  },
  missing: {
    "an empty folder": `Using Python 3.11.7 environment at: v
error: No solution found when resolving dependencies
  cause: Because azure-cli was not found in the provided package locations and you require azure-cli==2.66.2, we can conclude that your requirements are unsatisfiable.
`,
    "an empty folder, 0.5": `Using Python 3.11.7 environment at: v
  × No solution found when resolving dependencies:
  ╰─▶ Because azure-cli was not found in the provided package locations and
      you require azure-cli==2.66.2, we can conclude that your requirements
      are unsatisfiable.
`,
    "other versions only": `error: No solution found when resolving dependencies
  cause: Because there is no version of azure-cli==2.66.2 and you require azure-cli==2.66.2, we can conclude that your requirements are unsatisfiable.
`,
    "sources only": `error: No solution found when resolving dependencies
  cause: Because azure-cli==2.66.2 has no usable wheels and you require azure-cli==2.66.2, we can conclude that your requirements are unsatisfiable.

hint: Wheels are required for \`azure-cli\` because building from source is disabled for all packages (i.e., with \`--no-build\`)
`,
  },
  mismatch: {
    "a folder": `Resolved 1 package in 1ms
error: Failed to download \`adal==1.2.7\`
  cause: Hash mismatch for \`adal==1.2.7\`

         Expected:
           sha256:0000000000000000000000000000000000000000000000000000000000000000

         Computed:
           sha256:2a7451ed7441ddbc57703042204a3e30ef747478eea022c70f789fc7f084bc3d
`,
    "a folder, 0.5": `Resolved 1 package in 5ms
  × Failed to download \`adal==1.2.7\`
  ╰─▶ Hash mismatch for \`adal==1.2.7\`

      Expected:
        sha256:0000000000000000000000000000000000000000000000000000000000000000

      Computed:
        sha256:2a7451ed7441ddbc57703042204a3e30ef747478eea022c70f789fc7f084bc3d
`,
  },
  failed: {
    "No space left on device": `Resolved 1 package in 0.79ms
error: Failed to download \`azure-cli==2.66.2\`
  cause: Failed to extract archive: /wheels/azure_cli-2.66.2-py3-none-any.whl
  cause: I/O operation failed during extraction
  cause: failed to write to file \`/tools/uv-cache/.tmpXqCEEb/azure/cli/_delete.py\`: No space left on device (os error 28)
`,
    "No virtual environment or system Python":
      "error: No virtual environment or system Python installation found for path `/nowhere/python`; run `uv venv` to create an environment\n",
  },
};
