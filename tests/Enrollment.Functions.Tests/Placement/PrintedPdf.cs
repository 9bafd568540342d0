using System.Diagnostics;
using System.Text;

namespace Enrollment.Functions.Tests.Placement;

/// <summary>A PDF as its readers see it: text to copy, codes to scan (poppler-utils, zbar-tools).</summary>
internal sealed class PrintedPdf : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("printed-");
    private readonly string _file;

    public PrintedPdf(byte[] pdf)
    {
        _file = Path.Combine(_folder.FullName, "printed.pdf");
        File.WriteAllBytes(_file, pdf);
    }

    public Task<string> TextAsync() => RunAsync("pdftotext", "-layout", _file, "-");

    /// <summary>Of the first page.</summary>
    public async Task<string> QrCodeAsync()
    {
        var image = Path.Combine(_folder.FullName, "page");
        await RunAsync("pdftoppm", "-r", "150", "-png", "-singlefile", _file, image);
        return (await RunAsync("zbarimg", "-q", "--raw", $"{image}.png")).Trim();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
