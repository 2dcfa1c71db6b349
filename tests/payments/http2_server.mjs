// SPDX-License-Identifier: Apache-2.0
// A TLS server that offers HTTP/2 and HTTP/1.1: answers with the
// version it was asked in and the number of connections so far.
//   node http2_server.mjs KEY CERTIFICATE PORT_FILE
import { createSecureServer } from "node:http2";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const [key, cert, portFile] = process.argv.slice(2);
let connections = 0;
const server = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true },
    (request, response) => {
        response.end(`${request.httpVersion} ${connections}`);
    },
);
server.on("secureConnection", () => {
    connections += 1;
});
server.listen(0, "127.0.0.1", () => {
    writeFileSync(`${portFile}.new`, `${server.address().port}\n`);
    renameSync(`${portFile}.new`, portFile);
});
