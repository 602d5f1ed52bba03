import type { Directory } from './directory.ts';

/** Text as Slack sends what people type: `&`, `<` and `>` as entities. */
export const escapedText = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A slash command's text as Slack sends it. With the manifest's should_escape, `@ana` becomes `<@U1|ana>` and `#team`
 * `<#C1|team>` where the workspace has somebody or something of that name.
 */
export const escapedCommandText = (typed: string, directory: Directory, shouldEscape: boolean): string => {
  const text = escapedText(typed);
  if (!shouldEscape) return text;
  return text
    .replace(/(^|\s)@([^\s@#]+)/g, (whole, before: string, name: string) => {
      const person = directory.people().find((each) => each.name === name);
      return person ? `${before}<@${person.id}|${person.name}>` : whole;
    })
    .replace(/(^|\s)#([^\s@#]+)/g, (whole, before: string, name: string) => {
      const channel = directory.conversations().find((each) => !each.direct && each.name === name);
      return channel ? `${before}<#${channel.id}|${channel.private ? '' : channel.name}>` : whole;
    });
};
