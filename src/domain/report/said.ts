import { adoptedFindings } from '../findings.ts';
import type { Feed, PaperSection } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { standingPractice } from '../matters/practice.ts';
import { becameLabels, previousOnes } from '../matters/previous.ts';
import { type Recommendation, standingRecommendations } from '../matters/recommendation.ts';
import { judgementOf } from '../standing.ts';
import { urgenciesOf } from '../urgencies.ts';
import { areasIn, paperOf, putIn, quotedBy, sectionItem } from './paper.ts';

/**
 * What somebody said that stands in a section, paragraph by paragraph, each with the item that it comes from. What is quoted is
 * looked up here, when the paper is made, so that nothing of an item outlives its erasure.
 */
export type Said = { item: string; text: string; under?: string; quoted?: true; point?: true };

const paragraphs = (item: string, text: string, more: Partial<Said> = {}): Said[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ item, text: line, ...more }));

/** The cases that an item names beside what it says: a paper names none. */
const references = / *\((?:C-\d+(?:, | and )?)+\)/g;

/** What an item says that is quoted; nothing where it is gone or was taken back. */
const quoted = ({ evidence, findings }: Inspection, item: string): Said => {
  const found = evidence.get(item) ?? findings.get(item);
  return { item, text: found && !found.withdrawn ? found.content.text.replace(references, '') : '', quoted: true };
};

const written = (inspection: Inspection, { id }: PaperSection): Said[] => {
  const own = sectionItem(inspection, id);
  return (own?.parts ?? []).flatMap((part) =>
    paragraphs(own?.item ?? '', part).map((said) => {
      const item = quotedBy(said.text);
      return item ? quoted(inspection, item) : said;
    }),
  );
};

const judgement = (inspection: Inspection, section: PaperSection): Said[] =>
  areasIn(inspection, section).flatMap((of) => {
    const given = inspection.areas.has(of) ? judgementOf(inspection, of) : null;
    return given ? paragraphs(given.item, given.narrative) : paragraphs('', inspection.overalls.get(of)?.reason ?? '');
  });

const agencyIn = ({ framework: { agencies } }: Inspection, agency: string | null): string =>
  agencies.find(({ id }) => id === agency)?.label ?? '';

/** Heading by heading, all agencies together first. What would put it right is said once: as a recommendation, where it is one. */
const findings = (inspection: Inspection, { areas, findings: wanted }: PaperSection): Said[] => {
  const { framework } = inspection;
  const headings = framework.findings.filter(({ id }) => wanted?.includes(id) ?? true);
  const recommended = new Set(standingRecommendations(inspection).map(({ finding }) => finding));
  const order = [null, ...framework.agencies.map(({ id }) => id)];
  const all = adoptedFindings(inspection).sort(
    (one, other) => order.indexOf(one.content.agency) - order.indexOf(other.content.agency),
  );
  return headings.flatMap(({ id, label, remedy: heading }) =>
    all
      .filter(
        ({ content }) => content.heading === id && (!areas || content.area === null || areas.includes(content.area)),
      )
      .flatMap(({ item, content: { text, remedy, agency } }) => {
        const under = [headings.length > 1 ? label : '', agencyIn(inspection, agency)].filter(Boolean).join(': ');
        const more = recommended.has(item) ? null : remedy;
        const how = { under, ...(heading ? { point: true as const } : {}) };
        return [...paragraphs(item, text, how), ...paragraphs(item, more ?? '', how)];
      }),
  );
};

/** The areas that a recommendation is about. */
const areasOf = ({ evidence }: Inspection, { evidence: items }: Recommendation): string[] =>
  items.flatMap((item) => evidence.get(item)?.content.areas ?? []);

const within = (areas: readonly string[] | undefined, of: readonly string[]): boolean =>
  areas !== undefined && of.length > 0 && of.every((area) => areas.includes(area));

/** Whether a section has a recommendation: that of areas of its own has those, and that of none has the rest. */
export const hasRecommendation = (
  inspection: Inspection,
  { areas, urgencies }: PaperSection,
  recommendation: Recommendation,
): boolean => {
  const about = areasOf(inspection, recommendation);
  const others = paperOf(inspection).sections.filter(({ from }) => from.includes('recommendations'));
  const own = areas ? within(areas, about) : !others.some((other) => within(other.areas, about));
  return own && (urgencies?.includes(recommendation.urgency) ?? true);
};

const recommendations = (inspection: Inspection, section: PaperSection): Said[] => {
  const all = urgenciesOf(inspection.framework);
  const several = (section.urgencies ?? all).length > 1;
  return standingRecommendations(inspection)
    .filter((each) => hasRecommendation(inspection, section, each))
    .flatMap(({ item, text, urgency }) =>
      paragraphs(item, text, {
        point: true,
        under: several ? (all.find(({ id }) => id === urgency)?.label ?? '') : '',
      }),
    );
};

/** What others could take from it, and what was done and changed. */
const strengths = (inspection: Inspection): Said[] =>
  standingPractice(inspection).flatMap(({ item, need, did, changed, take }) =>
    [need, did, changed, take].flatMap((text) => paragraphs(item, text ?? '')),
  );

/** What became of what was recommended before. */
const progress = (inspection: Inspection): Said[] =>
  previousOnes(inspection).flatMap(({ item, content, tested }) =>
    content.recommendations.flatMap((text, place) => {
      const answer = tested.get(place + 1);
      return answer ? [{ item, text: `${text} ${becameLabels[answer.became]}: ${answer.words}` }] : [];
    }),
  );

const standing = (inspection: Inspection, { standing: all }: PaperSection): Said[] =>
  (all ?? []).map((text) => ({ item: '', text: putIn(inspection, text) }));

const said: { [Of in Feed]?: (inspection: Inspection, section: PaperSection) => Said[] } = {
  written,
  judgement,
  findings,
  recommendations,
  strengths,
  progress,
  standing,
};

/** What was said that fills a section in one way; null where it is not filled by what anybody said. */
export const saidBy = (inspection: Inspection, section: PaperSection, feed: Feed): Said[] | null =>
  said[feed]?.(inspection, section) ?? null;

/** Everything said in a section, in its order. */
export const saidIn = (inspection: Inspection, section: PaperSection): Said[] =>
  section.from.flatMap((feed) => saidBy(inspection, section, feed) ?? []);

/** A point of a list: typed as one, or what must be done where paragraphs have no numbers. */
export const isPoint = ({ numbered }: PaperSection, { text, point }: Said): boolean =>
  /^[-•–] /.test(text) || (point === true && !numbered);

export const takesNumber = (section: PaperSection, each: Said): boolean =>
  section.numbered === true && !each.quoted && !isPoint(section, each);

/** The items that the numbered paragraphs of a section are made of, one after the other. */
export const numberedIn = (inspection: Inspection, section: PaperSection): string[] =>
  saidIn(inspection, section)
    .filter((each) => takesNumber(section, each))
    .map(({ item }) => item);
