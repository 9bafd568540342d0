namespace Enrollment.Domain.Admission.FollowUps;

/// <summary>How far the bureau is with a registered child of school age who has not applied (控辍保学). Stable names: they are stored.</summary>
public enum FollowUpState
{
    /// <summary>Nobody has tried yet.</summary>
    NotContacted,
    /// <summary>The family was reached; nothing is settled.</summary>
    Contacted,
    /// <summary>The family could not be reached.</summary>
    Unreachable,
    /// <summary>The child goes to school elsewhere: a private school, another district.</summary>
    EnrolledElsewhere,
    /// <summary>The bureau approved a later start (延缓入学).</summary>
    Deferred,
    /// <summary>The family moved away.</summary>
    MovedAway,
    /// <summary>There is a live application after all.</summary>
    Applied,
}

/// <summary>What can happen to a follow-up.</summary>
public enum FollowUpAction
{
    /// <summary>The family was reached.</summary>
    RecordContact,
    /// <summary>An attempt failed.</summary>
    RecordNoAnswer,
    /// <summary>The child is at another school.</summary>
    ConfirmElsewhere,
    /// <summary>A later start is approved.</summary>
    ConfirmDeferral,
    /// <summary>The family moved away.</summary>
    ConfirmMove,
    /// <summary>The child has a live application; the service finds that itself.</summary>
    MarkApplied,
    /// <summary>What was settled turned out otherwise, or the application is gone.</summary>
    Reopen,
}

/// <summary>What an action rests on. Stable names.</summary>
public enum FollowUpReason
{
    /// <summary>A call.</summary>
    Call,
    /// <summary>A message or letter.</summary>
    Message,
    /// <summary>A visit at home.</summary>
    Visit,
    /// <summary>The family said so.</summary>
    FamilyStated,
    /// <summary>The student record system (学籍) shows the child.</summary>
    StudentRecordFound,
    /// <summary>A medical proof, approved by the bureau (Compulsory Education Law, article 11).</summary>
    DeferralApproved,
    /// <summary>The household register shows the move.</summary>
    RegisterMoved,
    /// <summary>A live application was found.</summary>
    ApplicationFound,
    /// <summary>The application was withdrawn, voided or handed over.</summary>
    ApplicationGone,
    /// <summary>What was recorded is wrong.</summary>
    RecordedInError,
}
