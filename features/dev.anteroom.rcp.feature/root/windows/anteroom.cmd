@echo off
rem Starts Anteroom with the Java found: JAVA_HOME, else the one on the path. Java 21 or newer.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
for %%l in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%l"
"%java%" --enable-native-access=ALL-UNNAMED -Dosgi.configuration.area=@user.home/.anteroom/configuration -Dosgi.instance.area=@noDefault -Djava.awt.headless=true -jar "%launcher%" %*
