import { type LocalSlack, openLocalSlack, type PersonAtSlack } from '../../src/local-slack/index.ts';
import { people } from '../support/people.ts';
import { teamChannel, workspace } from '../support/workspace.ts';

/** A local Slack for an app in a process of its own. Its time stands still: a trigger lasts however busy the machine is. */
export const openSlack = (workspaceOf = workspace()): Promise<LocalSlack> => {
  const now = new Date();
  return openLocalSlack(workspaceOf, () => now);
};

/** How often a form is sent at most until it is taken. */
const most = 5;

/**
 * An inspection of Northmoor, started by its lead through the form. Nobody knows here when an app in another process has drawn the
 * form again for the framework that was chosen: one that is sent before comes back with what that framework lets choose,
 * and is sent again, as a person does.
 */
export const startNorthmoor = async (
  slack: LocalSlack,
  team: Record<string, string | string[]>,
): Promise<PersonAtSlack> => {
  const lead = slack.person(people.lead);
  await lead.command(teamChannel, 'start');
  await lead.fill({
    'Local authority': 'Northmoor',
    Framework: 'sif-2013',
    'First day on site': '2013-11-19',
    ...team,
  });
  for (let sent = 1; ; sent += 1) {
    const { errors, view } = await lead.submit();
    if (view?.title?.text === 'Saved') break;
    if (sent === most) throw new Error(`Northmoor was not started: ${JSON.stringify({ errors, view })}`);
  }
  await lead.closeView();
  return lead;
};
