using System.Globalization;
using System.Text;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Verification.Files;

/// <summary>Writes the questions that were asked since the last file into the next, where one is due. A crash leaves them to the file after it.</summary>
internal sealed class WriteQuestionFiles(FileQuestions questions, DepartmentFiles files, QuestionsStillAsked stillAsked, IOptionsMonitor<DepartmentOptions> options,
    TimeProvider clock)
{
    [Function(nameof(WriteQuestionFiles))]
    public async Task RunAsync([TimerTrigger("*/10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var department in options.ByFiles())
            await WriteAsync(department, options.Of(department), cancellationToken);
    }

    private async Task WriteAsync(Department department, DepartmentOptions settings, CancellationToken cancellationToken)
    {
        var due = settings.Files.DueBefore(clock.GetUtcNow());
        for (var part = 1; await questions.WaitingAsync(department, due, settings.Files.MaxRows, cancellationToken) is [_, ..] waiting; part++)
        {
            var asked = await stillAsked.AmongAsync(department, waiting, cancellationToken);
            if (asked.Count > 0 && !await files.TryWriteAsync(DepartmentFiles.Questions, department, NameOf(due, part), ContentOf(settings, asked), cancellationToken))
                continue;
            await questions.ForgetAsync(department, waiting, cancellationToken);
        }
    }

    private static byte[] ContentOf(DepartmentOptions settings, IReadOnlyList<WaitingQuestion> asked)
    {
        var key = WebhookKey.Parse(settings.RequestKey);
        return SealedFile.Write(SealedCell.Question, asked.Select(question =>
            (question.RequestId, SealedCell.Seal(key, SealedCell.Question, question.RequestId, Encoding.UTF8.GetBytes(question.Body)))));
    }

    private static string NameOf(DateTimeOffset due, int part) => string.Create(CultureInfo.InvariantCulture, $"{due.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{part}.csv");
}
