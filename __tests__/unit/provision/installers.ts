/**
 * Real output of installers, shortened. A heading is the reason for the failure, or the words that an error must keep.
 */
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

/** The output of pip 23.2.1 with `--retries 2`. */
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
  },
};
