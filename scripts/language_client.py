"""A client of the Language Server Protocol for tests: frames messages, waits for answers, keeps diagnostics."""

import json
import queue
import subprocess
import threading
from pathlib import Path


class ProtocolError(Exception):
    """The answer to a request was an error."""

    def __init__(self, error):
        super().__init__(f"{error['code']}: {error['message']}")
        self.code = error["code"]


class Client:
    """One server process and what it said. Nothing is waited for longer than `patience` seconds."""

    def __init__(self, command, patience=60):
        self.patience = patience
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.incoming = queue.Queue()
        self.next_id = 0
        self.answers = {}
        self.diagnostics = {}
        self.notices = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while True:
                line = stream.readline()
                if not line:
                    self.incoming.put(None)
                    return
                if line == b"\r\n":
                    break
                name, _, value = line.decode("ascii").partition(":")
                if name.lower() == "content-length":
                    length = int(value)
            self.incoming.put(json.loads(stream.read(length).decode("utf-8")))

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send_text(self, text):
        data = text.encode("utf-8")
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(data) + data)

    def send(self, message):
        self.send_text(json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False))

    def notify(self, method, params=None):
        self.send({"method": method} | ({} if params is None else {"params": params}))

    def request(self, method, params=None):
        """The result; raises ProtocolError where the server answers with an error."""
        self.next_id += 1
        self.send({"id": self.next_id, "method": method} | ({} if params is None else {"params": params}))
        answer = self.answer(self.next_id)
        if "error" in answer:
            raise ProtocolError(answer["error"])
        return answer["result"]

    def answer(self, number):
        self.wait(lambda: number in self.answers)
        return self.answers.pop(number)

    def wait(self, condition):
        while not condition():
            message = self.incoming.get(timeout=self.patience)
            if message is None:
                raise EOFError("the server ended")
            self._take(message)

    def _take(self, message):
        if "method" not in message:
            self.answers[message["id"]] = message
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            self.diagnostics[params["uri"]] = params
        else:
            self.notices.append(message)

    # Documents

    def initialize(self, encodings=("utf-16",), **more):
        capabilities = {"general": {"positionEncodings": list(encodings)}}
        result = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities} | more)
        self.notify("initialized", {})
        return result["capabilities"]

    def open(self, path, text=None):
        uri = Path(path).absolute().as_uri()
        text = Path(path).read_bytes().decode("utf-8") if text is None else text
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri, version, *changes):
        identifier = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": list(changes)})

    def diagnostics_of(self, uri, version):
        """The diagnostics of a version of a document, once they come."""
        self.wait(lambda: self.diagnostics.get(uri, {}).get("version") == version)
        return self.diagnostics[uri]["diagnostics"]

    def at(self, method, uri, line, character, **more):
        position = {"line": line, "character": character}
        return self.request(method, {"textDocument": {"uri": uri}, "position": position} | more)

    def finish(self):
        """Ends the session as a client should; the exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(self.patience)
