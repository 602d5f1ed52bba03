import { itemNumber, numbered } from '../../src/domain/items.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { isRestrictedItem } from '../../src/domain/restricted.ts';
import { may, onlyFor } from '../../src/domain/roles.ts';
import { evidenceLine } from '../../src/words/evidence.ts';
import { says, shortened } from '../../src/words/message.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { sealedReply } from '../reply.ts';
import { spelt } from './named-item.ts';

type Found = { evidence: Evidence; restricted: boolean } | { reply: Reply };

const itemName = (words: string): string => {
  const item = spelt(words).split(/\s+/)[0]?.toUpperCase() ?? '';
  return /^E-?\d+$/.test(item) ? numbered('E', itemNumber(item)) : item;
};

/** The person's own latest items, for somebody who did not say which. */
const latestOwn = (ask: AskOfInspection): Evidence[] =>
  [...ask.inspection.evidence.values()]
    .filter((evidence) => evidence.by.user === ask.by.user && !evidence.withdrawn)
    .slice(-5)
    .reverse();

/** The item that a command names and this person may change, or what to say instead. */
export const itemAsked = (ask: AskOfInspection, word: 'edit' | 'withdraw'): Found => {
  const sealed = sealedReply(ask);
  if (sealed) return { reply: sealed };
  const item = itemName(ask.words);
  if (item === '') {
    const own = latestOwn(ask);
    if (own.length === 0)
      return { reply: { say: says(`Say which item: /judge ${word} E-014. You have recorded none yet.`) } };
    const buttons = own.map(({ item: name }) => ({ label: `Withdraw ${name}`, does: `withdraw ${name}` }));
    return {
      reply: {
        say: {
          parts: [
            { lines: [['Which item? Your latest are:']] },
            { list: own.map((evidence) => evidenceLine(ask.inspection, evidence, ask.at)) },
            { buttons },
          ],
        },
      },
    };
  }
  const restricted = isRestrictedItem(item);
  const evidence = restricted ? ask.restricted?.evidence.get(item) : ask.inspection.evidence.get(item);
  if (!evidence) {
    const erased = ask.inspection.erasedItems.get(item);
    const words = erased
      ? `${item} was erased: ${erased.reason}`
      : `There is no ${shortened(item, 40)} here. Find it with /judge find and a word from it.`;
    return { reply: { say: says(words) } };
  }
  if (evidence.withdrawn) return { reply: { say: says(`${item} was withdrawn: ${evidence.withdrawn.reason}`) } };
  if (evidence.by.user !== ask.by.user && !may(ask.member.role, 'correct anyone’s evidence')) {
    return { reply: { say: says(`${item} is somebody else’s. ${onlyFor('correct anyone’s evidence')}`) } };
  }
  return { evidence, restricted };
};
