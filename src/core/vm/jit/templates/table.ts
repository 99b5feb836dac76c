/// The templates by opcode; an instruction without one is left to the function that the eval loop calls for it.
import type { Emitter } from '../emitter';
import { arithmeticTemplates } from './arithmetic';
import { attributeTemplates } from './attributes';
import { callTemplates } from './calls';
import { containerTemplates } from './containers';
import { controlTemplates } from './control';
import { localTemplates } from './locals';
import { nameTemplates } from './names';

/// Writes an instruction. `ip`: the index after it, as frame.ip has it meanwhile. `op`: for those that share a template.
export type Template = (e: Emitter, arg: number, ip: number, op: number) => void;

export type Templates = Readonly<Record<number, Template>>;

export const TEMPLATES: Templates = {
  ...localTemplates, ...arithmeticTemplates, ...controlTemplates, ...nameTemplates, ...attributeTemplates, ...callTemplates, ...containerTemplates
};
