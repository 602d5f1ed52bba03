import { type Asking, type Counted, countedOver, rolesApart } from '../domain/questionnaires.ts';
import { counted } from '../words/message.ts';
import { returnedInWords, shareOf } from '../words/questionnaire.ts';
import { argumentsOf } from './arguments.ts';
import { everyInspection } from './every-inspection.ts';
import { lookingAt } from './kept.ts';
import { aligned, inJson } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

const tableOf = ({ asked, statements }: Counted): string[] => {
  const rows = statements.map((each) =>
    [asked, each.answered, each.agreed, shareOf(each), each.strongly, each.label].map(String),
  );
  return aligned([['Asked', 'Answered', 'Agreed', 'Share', 'Strongly', 'Statement'], ...rows], 2);
};

/** What programs read of one framework: its names are relied on. Roles are apart where nobody's answers can be told from that. */
const countsOf = (framework: string, all: readonly Asking[]) => {
  const together = countedOver(all);
  const roles = rolesApart(together).map((role) => ({ role, ...countedOver(all, role) }));
  return { framework, ...together, roles };
};

/** Questionnaires of all inspections, counted by framework and statement, and never by person. */
export const questionnaireWord: Word = {
  name: 'questionnaire',
  usage: '[framework] [--json]',
  about:
    'Counts the questionnaires of all inspections under each framework, or under one, by statement: how many were asked, answered, agreed. A role is told apart only where three of each answered. Nobody’s own words are in it.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { json: { type: 'boolean' } });
    const [wanted, more] = positionals;
    if (more !== undefined) throw new WrongUsage('It takes one framework, such as sif-2013.');
    return lookingAt(environment, async (records) => {
      const asking = new Map<string, Asking[]>();
      const closed: { inspection: string; why: string }[] = [];
      for await (const { id, inspection } of everyInspection(records, environment)) {
        if (typeof inspection === 'string') closed.push({ inspection: id, why: inspection });
        else {
          const { framework, questionnairesSent, answers } = inspection;
          if (questionnairesSent === null || framework.id !== (wanted ?? framework.id)) continue;
          asking.set(framework.id, [...(asking.get(framework.id) ?? []), { framework, questionnairesSent, answers }]);
        }
      }
      const counts = [...asking].map(([framework, all]) => countsOf(framework, all));
      const lines = counts.flatMap(({ framework, roles, ...count }) => [
        `${framework}: ${counted(count.inspections, 'inspection')}, ${returnedInWords(count)}`,
        ...tableOf(count),
        ...roles.flatMap((role) => [`  ${returnedInWords(role)}`, ...tableOf(role)]),
      ]);
      const said = lines.length > 0 ? lines : ['No questionnaire was sent after any inspection here.'];
      for (const line of values.json ? [inJson({ frameworks: counts, closed })] : said) environment.print(line);
      for (const { inspection, why } of values.json ? [] : closed)
        environment.complain(`${inspection} is left out, since it is closed: ${why}`);
      return closed.length > 0 ? 1 : 0;
    });
  },
};
