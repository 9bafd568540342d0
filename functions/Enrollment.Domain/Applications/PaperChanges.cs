namespace Enrollment.Domain.Applications;

/// <summary>What uploaded papers do to their application. The papers themselves are kept beside it.</summary>
public static class PaperChanges
{
    /// <summary>A parent uploaded a paper.</summary>
    /// <param name="application">The application.</param>
    /// <param name="scanBy">When somebody must look whether it was scanned.</param>
    /// <param name="now">When.</param>
    /// <returns>The change, or null when no correction can be answered now.</returns>
    public static Change? Add(Application application, DateTimeOffset scanBy, DateTimeOffset now) => application.MayBeCorrected(now)
        ? new Change(application with { ScansDueAt = application.ScansDueAt < scanBy ? application.ScansDueAt : scanBy, UpdatedAt = now },
            [new ApplicationEvent(ApplicationEventKind.PaperAdded, now, Actor.Parent)])
        : null;

    /// <summary>A parent takes a paper back.</summary>
    /// <returns>The change, or null when no correction can be answered now: what was handed in stays.</returns>
    public static Change? Remove(Application application, DateTimeOffset now) => application.MayBeCorrected(now)
        ? new Change(application with { UpdatedAt = now }, [new ApplicationEvent(ApplicationEventKind.PaperRemoved, now, Actor.Parent)])
        : null;

    /// <summary>Papers were scanned for malware, whatever the application has become meanwhile.</summary>
    /// <param name="application">The application.</param>
    /// <param name="nextLook">When somebody must look again; null when every paper has its verdict.</param>
    /// <param name="infected">How many papers had malware in them and are gone.</param>
    /// <param name="now">When.</param>
    public static Change Scanned(Application application, DateTimeOffset? nextLook, int infected, DateTimeOffset now) => new(
        application with { ScansDueAt = nextLook, UpdatedAt = infected > 0 ? now : application.UpdatedAt },
        [.. Enumerable.Repeat(new ApplicationEvent(ApplicationEventKind.PaperInfected, now, Actor.Service), infected)]);
}
