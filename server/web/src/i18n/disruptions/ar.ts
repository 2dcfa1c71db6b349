// SPDX-License-Identifier: Apache-2.0
// Events that are cancelled or moved, and what a buyer may do then.
import type {disruptions as en} from './en';

export const disruptions: Record<keyof typeof en, string> = {
    'find.cancelled': 'أُلغيت',
    'find.moved': 'موعد جديد',
    'cancelled.title': 'أُلغيت الفعالية',
    'cancelled.order':
        'لن تُقام الفعالية، وتذاكرك لم تعد صالحة. كل ما دفعته مقابلها، مع الرسوم، يعود إلى وسيلة ' +
        'الدفع التي استخدمتها. لا يلزمك فعل شيء.',
    'cancelled.hold': 'حُرّرت أماكنك معها. لم يُخصم شيء.',
    'order.byEVENT_CANCELLED': 'ألغى المنظّم الفعالية، ومعها طلبك. لم يُحتفظ بشيء من نقودك.',
    'disruption.note': 'كلمة المنظّم:',
    'moved.title': 'للفعالية موعد جديد',
    'moved.before': 'سابقًا: {before}',
    'moved.after': 'الآن: {after}',
    'moved.asked':
        'لك أن تختار حتى {until}: احتفظ بتذاكرك للموعد الجديد، أو أعِدها أدناه واسترد كل ما ' +
        'دفعته مقابلها.',
    'moved.silenceKeeps': 'إن لم تُجب، تبقى تذاكرك صالحة للموعد الجديد.',
    'moved.silenceReturns': 'إن لم تُجب، تُعاد عندها كل تذاكرك ويعود إليك كل ما دفعته مقابلها.',
    'moved.keep': 'الاحتفاظ بتذاكري',
    'moved.keepMore': 'بعد ذلك تسري من جديد قواعد الإعادة المعتادة لدى المنظّم.',
    'moved.keeping': 'لحظة…',
    'moved.accepted': 'تحتفظ بتذاكرك للموعد الجديد.',
    'moved.kept': 'انتهت مهلة الإجابة. تذاكرك صالحة للموعد الجديد.',
    'moved.returning':
        'انتهت مهلة الإجابة. تجري إعادة تذاكرك، ويعود إليك كل ما دفعته مقابلها من دون أن تطلب.',
    'moved.download': 'نزّل تذاكرك من جديد',
    'moved.downloadMore':
        'ما حفظته أو طبعته أو وضعته في محفظة قبل التغيير يحمل الموعد القديم وقد يُرفض عند المدخل. ' +
        'الرموز في هذه الصفحة هي الصحيحة.',
    'returns.rulesMoved':
        'لأن للفعالية موعدًا جديدًا، يمكنك إعادة التذاكر حتى {until}. يعود إليك كل ما دفعته مقابلها.',
    'problem.ANSWER_TOO_LATE': 'انتهت مهلة الإجابة. تعرض الصفحة ما يسري الآن.',
    'problem.EVENT_NOT_MOVED': 'ليس لهذا الطلب موعد جديد يُجاب عنه.',
    'problem.ORDER_NOT_PAID': 'هذا الطلب غير مدفوع. تعرض الصفحة حالته.',
};
