export { withPacksAnswered } from './answered-packs';
export { planToReturn, type PlanToReturn } from './pack-actions';
export { returnPackPlans } from './return-pack';
export { templatePlans, templateTableName } from './template';
