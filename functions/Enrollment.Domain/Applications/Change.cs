namespace Enrollment.Domain.Applications;

/// <summary>One change of an application: what it is afterwards, and the events that explain it.</summary>
public sealed record Change(Application After, IReadOnlyList<ApplicationEvent> Events);
