using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Departments.Files;

namespace Enrollment.Functions.Verification.Files;

/// <summary>A night may pass before a file is written: of whoever withdrew meanwhile nothing is asked any more.</summary>
internal sealed class QuestionsStillAsked(ApplicationStore applications)
{
    public async Task<IReadOnlyList<WaitingQuestion>> AmongAsync(Department department, IEnumerable<WaitingQuestion> waiting, CancellationToken cancellationToken)
    {
        var asked = new List<WaitingQuestion>();
        foreach (var question in waiting)
        {
            var stored = await applications.FindAsync(ApplicationId.Parse(question.CaseNo), cancellationToken);
            if (stored?.Application is { IsBeingVerified: true } application && application.CheckOf(department) is { AwaitsAnswer: true })
                asked.Add(question);
        }
        return asked;
    }
}
