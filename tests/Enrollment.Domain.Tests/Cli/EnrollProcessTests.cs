namespace Enrollment.Domain.Tests.Cli;

/// <summary>The built command as a shell runs it: its exit code, its UTF-8 and its language reach the outside.</summary>
public sealed class EnrollProcessTests
{
    [Fact]
    public async Task Enroll_Help_ListsTheCommandsInChinese()
    {
        var (exitCode, output) = await Enroll.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("用法:", output, StringComparison.Ordinal);
        Assert.Contains("证件号码", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enroll_IdCheckOfAWrongNumber_Exits1()
    {
        var (exitCode, output) = await Enroll.RunAsync("id", "check", "350502202002290037");

        Assert.Equal(1, exitCode);
        Assert.Contains("校验码", output, StringComparison.Ordinal);
    }
}
