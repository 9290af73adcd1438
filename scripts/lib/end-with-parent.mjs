// @ts-check
// Preloaded into the servers that the scripts start: when the script is killed without a chance to clean up, the
// channel between the two closes and the server ends as well, so that no port stays taken by an orphan.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The listener alone must not keep a process alive.
  process.channel.unref();
}
