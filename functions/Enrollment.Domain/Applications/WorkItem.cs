namespace Enrollment.Domain.Applications;

/// <summary>A case that waits for a person.</summary>
/// <param name="Id">The application.</param>
/// <param name="Authority">Whose work list it stands on.</param>
/// <param name="Kind">What the person is asked for.</param>
/// <param name="Since">Since when it waits; its place on the list.</param>
public sealed record WorkItem(ApplicationId Id, Authority Authority, WorkKind Kind, DateTimeOffset Since)
{
    /// <summary>What a person has to do with an application; null when nothing.</summary>
    public static WorkItem? Of(Application application) => application switch
    {
        { Status: ApplicationStatus.Withdrawn or ApplicationStatus.Transferred or ApplicationStatus.Enrolled } => null,
        { Review.Objection: { IsOpen: true } objection } => new WorkItem(application.Id, application.Authority, WorkKind.Objection, objection.RaisedAt),
        { Status: ApplicationStatus.UnderReview } =>
            new WorkItem(application.Id, application.Authority, WorkKind.Review, application.Review?.Since ?? application.SubmittedAt),
        { Review.Voiding: { } voiding } => new WorkItem(application.Id, application.Authority, WorkKind.Voiding, voiding.At),
        { UnreachedSince: { } since } => new WorkItem(application.Id, application.Authority, WorkKind.Call, since),
        _ => null,
    };
}

/// <summary>What a person is asked for.</summary>
public enum WorkKind
{
    /// <summary>Decide what the registers could not settle.</summary>
    Review,
    /// <summary>Answer an objection (申请复查).</summary>
    Objection,
    /// <summary>Confirm or reject, as the second person, that an application is void for false papers (R11).</summary>
    Voiding,
    /// <summary>Look, as an operator of the service, at a message that could not be worked; it belongs to no one's case.</summary>
    DeadLetter,
    /// <summary>Call the parent, whom no notice reached.</summary>
    Call,
}
