"""A Node child that answers JSON lines: one per process, started when first needed, killed when it hangs."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections import deque
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import IO, Any, Deque, Dict, List, Mapping, Optional, Sequence

from ._encode import encode
from ._find import find_command
from .errors import Deadline, TouchstoneError, Unavailable

Reply = Dict[str, Any]

_LAST_WORDS = 4096


class _Died(TouchstoneError):
    """The child ended while requests were open."""


class Child:
    """One running child. Any thread may ask; replies find their askers by id."""

    def __init__(self, command: Sequence[str]) -> None:
        # Unbuffered pipes: a fork never duplicates half a line. Its own session: Ctrl-C is the trainer's to handle.
        self._process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, start_new_session=True
        )
        self._open: Dict[int, "Future[Reply]"] = {}
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._next = 0
        self._dead = False
        self._said: Deque[bytes] = deque(maxlen=64)
        self._answered = threading.Event()
        self._readers = [
            threading.Thread(target=target, args=(stream,), name="touchstone", daemon=True)
            for target, stream in ((self._read, self._process.stdout), (self._listen, self._process.stderr))
        ]
        for reader in self._readers:
            reader.start()

    @property
    def alive(self) -> bool:
        return not self._dead

    @property
    def has_answered(self) -> bool:
        """True once one reply came: the command works on this machine."""
        return self._answered.is_set()

    def ask(self, request: Mapping[str, Any], seconds: float) -> Reply:
        """The reply to a request. Raises ``_Died`` when the child ends, :class:`Deadline` after ``seconds`` (the child is killed)."""
        future: "Future[Reply]" = Future()
        with self._lock:
            if self._dead:
                raise _Died(self.last_words())
            self._next += 1
            number = self._next
            self._open[number] = future
        try:
            self._write(encode({"id": number, **request}))
            return future.result(seconds)
        except FutureTimeout:
            self.kill()
            raise Deadline(f"no answer from touchstone within {seconds:g} s; its process was killed") from None
        finally:
            with self._lock:
                self._open.pop(number, None)

    def _write(self, line: bytes) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        view = memoryview(line)
        try:
            with self._writing:
                while view:
                    view = view[stdin.write(view) :]
        except (OSError, ValueError) as error:
            self._fail()
            raise _Died(self.last_words()) from error

    def _read(self, stream: IO[bytes]) -> None:
        rest: List[bytes] = []
        try:
            while True:
                chunk = os.read(stream.fileno(), 1 << 16)
                if not chunk:
                    break
                *lines, tail = chunk.split(b"\n")
                for line in lines:
                    self._settle(b"".join([*rest, line]))
                    rest = []
                rest.append(tail)
        except (OSError, ValueError):
            pass
        self._fail()

    def _settle(self, line: bytes) -> None:
        if not line:
            return
        try:
            reply = json.loads(line)
            with self._lock:
                future = self._open.pop(reply["id"], None)
        except (ValueError, KeyError, TypeError):
            self._said.append(b"not a reply: " + line[:200] + b"\n")
            return
        self._answered.set()
        if future is not None:
            future.set_result(reply)

    def _listen(self, stream: IO[bytes]) -> None:
        try:
            for line in stream:
                self._said.append(line[:_LAST_WORDS])
        except (OSError, ValueError):
            pass

    def _fail(self) -> None:
        with self._lock:
            self._dead = True
            # Taken out under the lock: whoever takes a future settles it, and nobody else does.
            waiting = list(self._open.values())
            self._open.clear()
        for future in waiting:
            future.set_exception(_Died(self.last_words()))

    def last_words(self) -> str:
        """The end of what the child wrote on stderr, and how it ended."""
        status = self._process.poll()
        said = b"".join(self._said)[-_LAST_WORDS:].decode("utf-8", "replace").strip()
        return f"touchstone ended (status {status})" + (f": {said}" if said else "")

    def kill(self) -> None:
        """Ends the child at once; open requests fail with ``_Died``."""
        try:
            self._process.kill()
        except OSError:
            pass
        self._fail()
        threading.Thread(target=self._release, daemon=True).start()

    def close(self, seconds: float = 2.0) -> None:
        """Ends the child in order: it exits at the end of its input."""
        try:
            if self._process.stdin is not None:
                self._process.stdin.close()
            self._process.wait(seconds)
        except (OSError, ValueError, subprocess.TimeoutExpired):
            self._process.kill()
        self._fail()
        self._release()

    def _release(self) -> None:
        """Takes the ended child off the process table and closes the pipes."""
        self._process.wait()
        for reader in self._readers:
            if reader is not threading.current_thread():
                reader.join()
        self._close_pipes()

    def _close_pipes(self) -> None:
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            try:
                if stream is not None:
                    stream.close()
            except (OSError, ValueError):
                pass

    def disown(self) -> None:
        """In a forked process: closes this copy of the pipes, so that the child's input ends with its real parent."""
        self._close_pipes()


class Supervisor:
    """Keeps one child per process: lazily started, restarted with back-off, given up when it keeps dying."""

    def __init__(self, arguments: Sequence[str] = (), most_open: int = 256) -> None:
        self._arguments = list(arguments)
        self._most_open = most_open
        self._reset()

    def _reset(self) -> None:
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(self._most_open)
        self._child: Optional[Child] = None
        self._buried: Optional[Child] = None
        self._deaths: List[float] = []

    def __getstate__(self) -> Dict[str, Any]:
        return {"_arguments": self._arguments, "_most_open": self._most_open}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._reset()

    def ask(self, request: Mapping[str, Any], seconds: float) -> Reply:
        """Asks the child; when it dies of another request, asks its successor once more.

        Raises :class:`Deadline`, or :class:`Unavailable` with the child's last words.
        """
        self._after_fork()
        end = time.monotonic() + seconds
        if not self._slots.acquire(timeout=seconds):
            raise Deadline(f"{self._most_open} requests were open for {seconds:g} s")
        try:
            for _ in range(3):
                child = self._running(end)
                try:
                    return child.ask(request, max(0.001, end - time.monotonic()))
                except _Died as error:
                    self._bury(child)
                    last = error
            raise Unavailable(f"{last}; the request was tried three times")
        finally:
            self._slots.release()

    def _after_fork(self) -> None:
        if self._pid == os.getpid():
            return
        inherited = self._child
        self._reset()
        if inherited is not None:
            inherited.disown()

    def _running(self, end: float) -> Child:
        with self._lock:
            if self._child is not None and self._child.alive:
                return self._child
            self._wait_before_restart(end)
            self._child = Child([*find_command(), "serve", "--stdio", *self._arguments])
            return self._child

    def _wait_before_restart(self, end: float) -> None:
        """Back-off of 0, 50, 100, 200 … ms; after eight deaths within a minute, no more for that minute."""
        now = time.monotonic()
        self._deaths = [at for at in self._deaths if now - at < 60.0]
        if len(self._deaths) >= 8:
            words = self._child.last_words() if self._child is not None else ""
            raise Unavailable(f"touchstone died {len(self._deaths)} times within a minute: {words}")
        if self._deaths:
            time.sleep(max(0.0, min(0.05 * 2 ** (len(self._deaths) - 1), 2.0, end - now)))

    def _bury(self, child: Child) -> None:
        with self._lock:
            if self._child is not child or not self._is_new(child):
                return
            child.kill()
            self._deaths.append(time.monotonic())
            if not child.has_answered and len(self._deaths) >= 2:
                # It never worked: waiting will not mend a broken installation.
                raise Unavailable(child.last_words())

    def _is_new(self, child: Child) -> bool:
        """A death is counted once, however many requests it cost."""
        if self._buried is child:
            return False
        self._buried = child
        return True

    def close(self) -> None:
        """Ends the child; the next request starts another."""
        if self._pid == os.getpid() and self._child is not None:
            child, self._child = self._child, None
            child.close()
