"""Right answers, and then it does not want to go."""

import atexit
import signal
import threading
import time


class Clinging:
    def __del__(self):
        time.sleep(1000)


clinging = Clinging()
atexit.register(time.sleep, 1000)
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGXCPU):
    signal.signal(number, signal.SIG_IGN)
for _ in range(4):
    threading.Thread(target=time.sleep, args=(1000,)).start()
threading._register_atexit(time.sleep, 1000)


def doubled(x):
    return 2 * x
