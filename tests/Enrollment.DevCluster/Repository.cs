namespace Enrollment.DevCluster;

/// <summary>Finds the checkout and the built outputs of the programs that run as children.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string FunctionsDll => BuiltDll("functions/Enrollment.Functions");
    public static string SimulatorDll => BuiltDll("tests/Enrollment.DepartmentSimulator");

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The output of a project in the configuration and framework this program was built in.</summary>
    public static string BuiltDll(string projectFolder)
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var output = Path.Combine("bin", own.Parent!.Name, own.Name);
        return Path.Combine(PathOf(projectFolder), output, Path.GetFileName(projectFolder) + ".dll");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Enrollment.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Enrollment.sln.");
    }
}
