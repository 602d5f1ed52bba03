/** Why the practice run could not begin or go on, in words for whoever started it. They end it with exit code 1. */
export class PracticeStopped extends Error {
  override name = 'PracticeStopped';
}
