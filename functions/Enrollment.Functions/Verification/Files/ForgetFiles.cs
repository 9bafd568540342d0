using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Files;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Verification.Files;

/// <summary>Every hour: deletes files that have been kept long enough, also of a department that is called by now.</summary>
internal sealed class ForgetFiles(DepartmentFiles files, IOptionsMonitor<DepartmentOptions> options, TimeProvider clock)
{
    private static readonly string[] Folders = [DepartmentFiles.Questions, DepartmentFiles.Answers, DepartmentFiles.Receipts];

    [Function(nameof(ForgetFiles))]
    public async Task RunAsync([TimerTrigger("0 25 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var department in Enum.GetValues<Department>())
        {
            foreach (var folder in Folders)
            {
                var kept = await files.SeenAsync(folder, department, cancellationToken);
                foreach (var file in kept.Where(file => file.WrittenAt < clock.GetUtcNow() - options.Of(department).Files.KeepFor))
                    await files.DeleteAsync(folder, department, file.Name, cancellationToken);
            }
        }
    }
}
