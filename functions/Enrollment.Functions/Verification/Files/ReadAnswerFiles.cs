using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Files;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Verification.Files;

/// <summary>Reads every file of answers once, and leaves a receipt for it.</summary>
internal sealed class ReadAnswerFiles(DepartmentFiles files, AnswerFile answers, ReadFiles read, IOptionsMonitor<DepartmentOptions> options)
{
    [Function(nameof(ReadAnswerFiles))]
    public async Task RunAsync([TimerTrigger("5/10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var department in options.ByFiles())
        {
            foreach (var file in await files.SeenAsync(DepartmentFiles.Answers, department, cancellationToken))
            {
                if (!await read.IsReadAsync(department, file, cancellationToken))
                    await ReadAsync(department, file, cancellationToken);
            }
        }
    }

    // The file counts as read last, so that a crash reads it again: its answers are known by then and change nothing.
    private async Task ReadAsync(Department department, SeenFile file, CancellationToken cancellationToken)
    {
        if (await answers.TakeAsync(department, file, cancellationToken) is not { } receipt)
            return;
        await files.TryWriteAsync(DepartmentFiles.Receipts, department, AnswerReceipt.NameFor(file), receipt.ToCsv(), cancellationToken);
        await read.NoteAsync(department, file, receipt, cancellationToken);
    }
}
