namespace Enrollment.Domain.Applications;

/// <summary>A case that waits for a person.</summary>
/// <param name="Id">The application.</param>
/// <param name="Authority">Whose work list it stands on.</param>
/// <param name="Kind">What the person is asked for.</param>
public sealed record WorkItem(ApplicationId Id, Authority Authority, WorkKind Kind)
{
    /// <summary>What a person has to do with an application; null when nothing.</summary>
    public static WorkItem? Of(Application application) => application.Status is ApplicationStatus.UnderReview
        ? new WorkItem(application.Id, application.Authority, WorkKind.Review)
        : null;
}

/// <summary>What a person is asked for.</summary>
public enum WorkKind
{
    /// <summary>Decide what the registers could not settle.</summary>
    Review,
    /// <summary>Answer an objection (申请复查).</summary>
    Objection,
}
