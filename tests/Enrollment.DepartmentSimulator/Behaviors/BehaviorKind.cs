namespace Enrollment.DepartmentSimulator.Behaviors;

internal enum BehaviorKind
{
    Answer,
    Callback,
    Slow,
    TooManyRequests,
    Unavailable,
    DropConnection,
    MalformedJson,
    WrongSignature,
    CallbackTwice,
    TwoDifferentAnswers,
    NeverCallBack,
    StaleTimestamp,
}
