"""WeChat's server as far as this product meets it, for trying things out. Never in production.

In a process of its own: `python -m sandbox.wechat --port 7001 --control-port 7002`. In a test:

    emulator = Emulator(now=clock)
    await emulator.start()            # a free port; emulator.url
    await emulator.steer()            # where it is steered from outside; emulator.control_url
    ...                               # emulator.world holds what WeChat remembers
    await emulator.stop()

The control port's operations are listed in `sandbox.wechat.control`.
"""

from sandbox.wechat.emulator import Emulator
from sandbox.wechat.world import Account, sandbox_template_id

__all__ = ["Account", "Emulator", "sandbox_template_id"]
