// Long enough for a stop to take effect; when the kernel lets nobody stop us, the screen is back after it.
const stopTimeoutMs = 150;

/**
 * Stops the process and those that run with it, as the terminal does at Ctrl-Z, and calls back once it runs again. Where
 * no shell could ever continue it the kernel ignores the stop, and it calls back soon after.
 */
export function stopProcess(onRunning: () => void): void {
  const listeners = process.listeners('SIGTSTP');
  const goOn = () => {
    if (isRunning) return;
    isRunning = true;
    clearTimeout(timer);
    process.off('SIGCONT', goOn);
    for (const listener of listeners) process.on('SIGTSTP', listener);
    onRunning();
  };
  let isRunning = false;
  process.on('SIGCONT', goOn);
  // The timer also keeps the process alive: with its input paused it would end quietly when continued. After a stop it
  // is overdue, so the signal gets its turn before the timer is believed.
  const timer = setTimeout(() => setImmediate(goOn), stopTimeoutMs);
  // Nobody listening: the signal does what it does by default.
  process.removeAllListeners('SIGTSTP');
  process.kill(0, 'SIGTSTP');
}
