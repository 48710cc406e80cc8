import type { OwnItem, OwnOccupation } from '../providers/records.ts';

/** As a form has it; what is not said is empty. */
export interface OwnItemForm {
  kind: OwnItem['kind'];
  title: string;
  definition: string;
  under: string;
  document: string;
  documentRevision: string;
  ksaCodes: string[];
  /** Lineages; of what is new nothing is gone. */
  keptGoneKsas?: string[];
  /** What it stood under is gone, and that stays so until another place is chosen. */
  keepsPlace?: boolean;
}

export interface OwnOccupationForm {
  title: string;
  technologyArea: string;
  roleFamily: string;
  definition: string;
  ksaCodes: string[];
  keptGoneKsas?: string[];
}

export const newOwnItem: OwnItemForm = {
  ...{ kind: 'ksa', title: '', definition: '', under: '' },
  ...{ document: '', documentRevision: '', ksaCodes: [] },
};

export const newOwnOccupation: OwnOccupationForm = {
  ...{ title: '', technologyArea: '', roleFamily: '', definition: '', ksaCodes: [] },
};

export const itemFormOf = (item: OwnItem): OwnItemForm => ({
  kind: item.kind,
  title: item.title,
  definition: item.definition ?? '',
  under: item.under?.id ?? '',
  document: item.document ?? '',
  documentRevision: item.documentRevision ?? '',
  ksaCodes: item.ksas.map(({ ksaCode }) => ksaCode),
  keptGoneKsas: item.goneKsas.map(({ lineage }) => lineage),
  keepsPlace: item.lostUnder !== null,
});

export const occupationFormOf = (occupation: OwnOccupation): OwnOccupationForm => ({
  title: occupation.title,
  technologyArea: occupation.technologyArea,
  roleFamily: occupation.roleFamily ?? '',
  definition: occupation.definition ?? '',
  ksaCodes: occupation.ksas.map(({ ksaCode }) => ksaCode),
  keptGoneKsas: occupation.goneKsas.map(({ lineage }) => lineage),
});

/** Of nothing that was typed nothing is said; of a KSA no document and no KSAs behind it. */
export function itemToSend(form: Partial<OwnItemForm>) {
  const isTask = form.kind === 'task';
  const under = said(form.under);
  return {
    title: form.title ?? '',
    definition: said(form.definition),
    ...(!(under === null && form.keepsPlace === true) && { under }),
    document: isTask ? said(form.document) : null,
    documentRevision: isTask ? said(form.documentRevision) : null,
    ksaCodes: isTask ? (form.ksaCodes ?? []) : [],
    ...kept(form),
  };
}

export function occupationToSend(form: Partial<OwnOccupationForm>) {
  return {
    title: form.title ?? '',
    technologyArea: form.technologyArea ?? '',
    roleFamily: said(form.roleFamily),
    definition: said(form.definition),
    ksaCodes: form.ksaCodes ?? [],
    ...kept(form),
  };
}

const kept = ({ keptGoneKsas }: { keptGoneKsas?: string[] }) =>
  keptGoneKsas === undefined ? {} : { keptGoneKsas };

const said = (typed: string | null | undefined): string | null =>
  typed === undefined || typed === null || typed.trim() === '' ? null : typed;
