export { documentFiles } from './document-files';
