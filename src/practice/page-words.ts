/** What the terminal says once the practice page stands open. */
export const pageWords = (url: string, folder: string): string =>
  [
    `Practice is open: ${url}`,
    '',
    `Everything in it is invented and stays on this machine, in ${folder}. Ctrl+C stops it; started again, it is as you left it.`,
    'To use Fortnight with your own workspace, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: README.md, "Connect a real workspace".',
  ].join('\n');
