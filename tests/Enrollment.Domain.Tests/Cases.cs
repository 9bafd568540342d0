using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using ApplicationId = Enrollment.Domain.Applications.ApplicationId;

namespace Enrollment.Domain.Tests;

/// <summary>Applications on their way through verification, and the decisions on them with one schedule.</summary>
internal static class Cases
{
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 1, 0, 0, TimeSpan.Zero);

    public static readonly VerificationSchedule Schedule = new(FirstDue: TimeSpan.FromSeconds(20), RedriveAtMost: TimeSpan.FromSeconds(60),
        RetryAfter: [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)],
        GiveUpAfter: TimeSpan.FromMinutes(30), CallbackDeadline: TimeSpan.FromHours(48), RecheckEvery: TimeSpan.FromMinutes(15));

    public static readonly DepartmentAnswer Promise = new DepartmentAnswer.WillCallBack();
    public static readonly DepartmentAnswer Unreachable = new DepartmentAnswer.Unreachable();
    public static readonly DepartmentAnswer NoRecord = new DepartmentAnswer.NoRecord("none");

    public static readonly ApplicationId Id = ApplicationId.FromBytes("0123456789abcdef"u8);

    public static Application Submitted(this Facts facts) => Application.Submit(Id, facts.Form, facts.Policy.Id, Start);

    public static Application Started(this Facts facts) => StartVerification.Decide(facts.Submitted(), facts.Policy, Schedule, Start)!.After;

    /// <summary>Started, and answered at once by these departments.</summary>
    public static Application Started(this Facts facts, params Department[] answered) =>
        answered.Aggregate(facts.Started(), (application, department) => application.Taken(department, facts.Answer(department), Start));

    public static Change? Take(this Application application, Department department, DepartmentAnswer answer, DateTimeOffset now) =>
        RecordAnswer.Decide(application, department, answer, TestData.Policy, Schedule, now);

    public static Application Taken(this Application application, Department department, DepartmentAnswer answer, DateTimeOffset now) =>
        application.Take(department, answer, now)!.After;

    public static Redrive Redrive(this Application application, DateTimeOffset now) =>
        RedriveOverdue.Decide(application, TestData.Policy, Schedule, now);

    /// <summary>The department could not be reached for so long that the case went on without it.</summary>
    public static Application Lost(this Application application, Department department) => application
        .Taken(department, Unreachable, Start)
        .Taken(department, Unreachable, Start + Schedule.GiveUpAfter);

    /// <summary>One check standing otherwise.</summary>
    public static Application WithCheck(this Application application, Department department, Func<Check, Check> change) =>
        application.With(change(application.CheckOf(department)!));

    public static CheckStatus StatusOf(this Application application, Department department) => application.CheckOf(department)!.State.Status;

    public static string Kinds(this Change change) => string.Join(' ', change.Events.Select(happened => happened.Kind));
}
