import * as z from 'zod/mini';
import { audiences, enteKinds, severities } from '../../../content-model/vocabulary.ts';
import { catalogueItem } from '../item.ts';
