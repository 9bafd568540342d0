using Enrollment.Domain.Placement.Reporting;

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

    [Fact]
    public async Task Enroll_Place_WritesTheReportAndSaysWhereThePlacementLies()
    {
        var folder = Directory.CreateTempSubdirectory("enroll-place");
        var (roster, secrets, result) = (Path.Combine(folder.FullName, "roster.csv"), Path.Combine(folder.FullName, "secrets.txt"), Path.Combine(folder.FullName, "out"));
        await File.WriteAllTextAsync(roster, "报名号,姓名,性别,出生日期,成绩:数学\n" + string.Concat(Enumerable.Range(1, 24).Select(i =>
            $"T{i},{"陈林黄王"[i % 4]}{"志丽建雅宇婷"[i / 4 % 6]},{(i % 2 == 0 ? "男" : "女")},2013-10-0{1 + i % 9},{50 + i}\n")));
        await Enroll.RunAsync("secrets", secrets);
        await File.AppendAllTextAsync(secrets, "entropy 314159265358979323846264338327950288419\n");

        var (exitCode, output) = await Enroll.RunAsync("place", roster, "--classes", "2", "--mode", "optimised", "--advise", "--seed-file", secrets, "--out", result);

        Assert.Equal(0, exitCode);
        Assert.Contains("数学（十分之一分）; 均衡指数 ", output, StringComparison.Ordinal);
        Assert.Contains("与 1000 次随机抽签相比", output, StringComparison.Ordinal);
        Assert.Contains("互换", output, StringComparison.Ordinal);
        var report = BalanceReport.FromJson(await File.ReadAllBytesAsync(Path.Combine(result, "report.json")));
        var whole = BalanceReport.FromJson(await File.ReadAllBytesAsync(Path.Combine(result, "staff-report.json")));
        Assert.Equal(whole.ForPublic().ToJson(), report.ToJson());
        Assert.StartsWith("<svg ", await File.ReadAllTextAsync(Path.Combine(result, "report.svg")), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
