export { withPacksAnswered } from './answered-packs';
export { planToReturn, type PlanToReturn } from './pack-actions';
export { returnPackPlans } from './return-pack';
export { sampleRows } from './sample-rows';
export { TEMPLATE_GUIDE } from './template-guide';
export { TEMPLATE_LISTS } from './template-lists';
export { templatePlans, templateTableName } from './template';
export { frameworkSheet } from './framework-sheet';
